import { Agency } from "./agency/agency.entity";
import { CatalogEntry } from "./catalog/catalog-entry.entity";
import { Catalog } from "./catalog/catalog.entity";
import { ChangeRow } from "./change/change-row.entity";
import { ChangeSet } from "./change/change-set.entity";
import { Count } from "./count/count.entity";
import { NationalForm } from "./count/national-form.entity";
import { Period } from "./count/period.entity";
import { Decision } from "./decision/decision.entity";
import { Person } from "./person/person.entity";
import { Channel } from "./procedure/channel.entity";
import { Procedure } from "./procedure/procedure.entity";
import { Sector } from "./sector/sector.entity";
import { ClaimAttachment } from "./subsidy/claim-attachment.entity";
import { HandOver } from "./subsidy/hand-over.entity";
import { SubsidyBudgetLine } from "./subsidy/subsidy-budget-line.entity";
import { SubsidyClaimLine } from "./subsidy/subsidy-claim-line.entity";
import { SubsidyClaim } from "./subsidy/subsidy-claim.entity";
import { SubsidyEstimateLine } from "./subsidy/subsidy-estimate-line.entity";
import { SubsidyEstimate } from "./subsidy/subsidy-estimate.entity";
import { SubsidyProgramRoute } from "./subsidy/subsidy-program-route.entity";
import { SubsidyProgram } from "./subsidy/subsidy-program.entity";
import { TransferRate } from "./subsidy/transfer-rate.entity";
import { TransferRoute } from "./subsidy/transfer-route.entity";
import { CriterionCatalog } from "./target/criterion-catalog.entity";
import { Criterion } from "./target/criterion.entity";
import { Publication } from "./target/publication.entity";
import { PublishedFigure } from "./target/published-figure.entity";
import { TargetSet } from "./target/target-set.entity";
import { Task } from "./task/task.entity";
import { Unit } from "./unit/unit.entity";

/** Every noun of the product, one line each. */
export const NOUNS = [
  Unit,
  Agency,
  Sector,
  Procedure,
  Channel,
  Decision,
  Catalog,
  CatalogEntry,
  Period,
  Count,
  NationalForm,
  TargetSet,
  Criterion,
  CriterionCatalog,
  Publication,
  PublishedFigure,
  Task,
  TransferRoute,
  TransferRate,
  HandOver,
  SubsidyProgram,
  SubsidyProgramRoute,
  SubsidyBudgetLine,
  SubsidyEstimate,
  SubsidyEstimateLine,
  SubsidyClaim,
  SubsidyClaimLine,
  ClaimAttachment,
  Person,
  ChangeSet,
  ChangeRow,
] as const;
