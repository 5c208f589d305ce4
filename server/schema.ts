import type { GraphQLSchema } from "graphql";
import { postedListResolvers } from "./catalog/posted-list.resolver";
import { countSheetResolvers } from "./count/count-sheet.resolver";
import { crossCheckResolvers } from "./count/cross-check.resolver";
import { notReportedResolvers } from "./count/not-reported.resolver";
import { periodReportingResolvers } from "./count/period-reporting.resolver";
import { countTotalsResolvers } from "./count/count-totals.resolver";
import { periodResolvers } from "./count/period.resolver";
import { recordResolvers } from "./decision/record/record.resolver";
import { sessionResolvers } from "./person/session.resolver";
import { jobResolvers } from "./platform/jobs/job.resolver";
import { buildSchema } from "./platform/graphql/build-schema";
import { Registry } from "./platform/registry/registry";
import { NOUNS } from "./nouns";
import { attachmentResolvers } from "./subsidy/attachment/attachment.resolver";
import { estimateResolvers } from "./subsidy/estimate/estimate.resolver";
import { claimResolvers } from "./subsidy/claim/claim.resolver";
import { computationResolvers } from "./subsidy/computation/computation.resolver";
import { outlookResolvers } from "./subsidy/outlook/outlook.resolver";
import { publishResolvers } from "./target/publish/publish.resolver";
import { scorecardResolvers } from "./target/scorecard/scorecard.resolver";
import { ViewResolver } from "./view/view.resolver";

export const makeRegistry = (): Registry => new Registry(NOUNS);

/** The product's schema: every noun's types from its declaration, and the nouns' own verbs. */
export const makeSchema = (registry: Registry): GraphQLSchema =>
  buildSchema(registry, (types) => [
    ...sessionResolvers(types),
    ...postedListResolvers(types),
    ...recordResolvers(types),
    ...periodResolvers(types),
    ...scorecardResolvers(types),
    ...publishResolvers(types),
    ...attachmentResolvers(types),
    ...countSheetResolvers(types),
    ...crossCheckResolvers(types),
    ...notReportedResolvers(types),
    ...periodReportingResolvers(types),
    ...countTotalsResolvers(types),
    ...estimateResolvers(types),
    ...computationResolvers(types),
    ...claimResolvers(types),
    ...outlookResolvers(types),
    ...jobResolvers(),
    ViewResolver,
  ]);
