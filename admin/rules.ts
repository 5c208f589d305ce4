import { entryRules } from "../server/catalog/catalog-entry.rules";
import { nationalFormRules } from "../server/count/national-form.rules";
import { periodRules } from "../server/count/period.rules";
import { decisionRules } from "../server/decision/decision.rules";
import { personRules } from "../server/person/person.rules";
import type { RowRule } from "../server/platform/registry/rule";
import { channelRules } from "../server/procedure/channel.rules";
import { procedureRules } from "../server/procedure/procedure.rules";
import { claimRules } from "../server/subsidy/claim.rules";
import { estimateRules } from "../server/subsidy/estimate.rules";
import { handOverRules } from "../server/subsidy/hand-over.rules";
import { programRules } from "../server/subsidy/program.rules";
import { routeRules } from "../server/subsidy/transfer.rules";
import { criterionRules } from "../server/target/criterion.rules";

/**
 * The server's rules of one row that spreadsheets run while one types, by the resource's single name. A test compares
 * this list with the declarations.
 */
export const RULES: Readonly<Record<string, readonly RowRule[]>> = {
  procedure: procedureRules,
  channel: channelRules,
  decision: decisionRules,
  catalogEntry: entryRules,
  period: periodRules,
  nationalForm: nationalFormRules,
  criterion: criterionRules,
  transferRoute: routeRules,
  handOver: handOverRules,
  subsidyProgram: programRules,
  subsidyEstimate: estimateRules,
  subsidyClaim: claimRules,
  person: personRules,
};
