import { ALL_ROLES, type Policy } from "../platform/policy/policy";

/** Everybody sees who has to do what; catalog staff keep the list and the reports they are sent. */
export const taskPolicy: Policy = {
  read: ALL_ROLES,
  change: ["ADMINISTRATOR", "CATALOG"],
};
