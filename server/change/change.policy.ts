import { ALL_ROLES, type Policy } from "../platform/policy/policy";

/** What was changed is read by everybody who may read what it was changed in; nobody writes history by hand. */
export const changePolicy: Policy = { read: ALL_ROLES, change: [] };
