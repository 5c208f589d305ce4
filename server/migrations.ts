import { CreateCatalog1783641600000 } from "../schema/migrations/1783641600000-create-catalog";

/** Every step of the tables' history, in order. */
export const migrations = [CreateCatalog1783641600000];
