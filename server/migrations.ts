import { CreateCatalog1783641600000 } from "../schema/migrations/1783641600000-create-catalog";
import { ImportAndViews1795570994287 } from "../schema/migrations/1795570994287-import-and-views";
import { CountsAndTargets1795582939416 } from "../schema/migrations/1795582939416-counts-and-targets";
import { TransferSubsidies1796025273447 } from "../schema/migrations/1796025273447-transfer-subsidies";

/** Every step of the tables' history, in order. */
export const migrations = [
  CreateCatalog1783641600000,
  ImportAndViews1795570994287,
  CountsAndTargets1795582939416,
  TransferSubsidies1796025273447,
];
