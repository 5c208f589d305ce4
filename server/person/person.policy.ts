import { ALL_ROLES, type Policy } from "../platform/policy/policy";

/** Names are seen by everybody who is signed in; what else is known of a person, and changing it, is for administrators. */
export const personPolicy: Policy = {
  read: ALL_ROLES,
  change: ["ADMINISTRATOR"],
  fields: {
    email: { read: ["ADMINISTRATOR"] },
    roles: { read: ["ADMINISTRATOR"] },
    agency: { read: ["ADMINISTRATOR"] },
    isActive: { read: ["ADMINISTRATOR"] },
    source: { read: ["ADMINISTRATOR"] },
    certainty: { read: ["ADMINISTRATOR"] },
    history: { read: ["ADMINISTRATOR"] },
  },
};
