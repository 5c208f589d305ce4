import { GraphQLID, GraphQLInt } from "graphql";
import { GraphQLSafeInt } from "graphql-scalars";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { DateScalar, VndScalar } from "../../platform/graphql/scalars";
import { addField, type TypeClass } from "../../platform/graphql/types";
import { scoredTypes } from "../../target/scored.types";
import { shownTypes } from "../shown.types";
import type { WarningLevel } from "./runs-out.rules";

const LEVELS: Record<WarningLevel, string> = {
  NO_BUDGET: "Chưa có kinh phí\n\nNo budget is granted.",
  EXHAUSTED: "Đã hết\n\nThe budget is used up.",
  SHORT: "Thiếu\n\nMore is expected than the budget has.",
  TIGHT: "Sát\n\nThe upper end of the forecast passes the budget.",
  ENOUGH: "Đủ\n\nThe budget lasts, with 80 %.",
  UNKNOWN: "Chưa rõ\n\nToo few months are known for a forecast.",
};

/** What a line of each comparison has beside what it is about. */
function addCompared(target: TypeClass): void {
  addField(target, "knownVnd", VndScalar, "What the known months of the year cost.", false);
  addField(
    target,
    "forecastVnd",
    VndScalar,
    "What the other months are expected to cost; 0 without a forecast.",
    false,
  );
  addField(target, "dossiers", GraphQLSafeInt, "Dossiers moved in the known months.", false);
  addField(target, "trips", GraphQLSafeInt, "Hand-overs in the known months; 0 where counts are paid.", false);
  addField(target, "perDossierVnd", VndScalar, "Cost of a dossier in the known months; null without one.", true);
}

/** The types of how long a program's money lasts, and of what changes would do to it. */
export function outlookTypes(types: ResourceTypes): { outlook: TypeClass; effect: TypeClass } {
  const { agency } = scoredTypes(types);
  const { words, route, end } = shownTypes(types);
  const carrier = types.enumOf("TransferCarrier");
  const level = Object.fromEntries(Object.keys(LEVELS).map((value) => [value, value]));
  registerEnumType(level, {
    name: "BudgetWarning",
    description: "Whether a program's budget lasts.",
    valuesConfig: Object.fromEntries(Object.entries(LEVELS).map(([value, description]) => [value, { description }])),
  });

  @ObjectType("OutlookMonth", {
    simpleResolvers: true,
    description: "Tháng của kế hoạch\n\nWhat a month of the fiscal year costs, or is expected to.",
  })
  class OutlookMonth {
    @Field(() => String, { description: "The month, for example 2019-06." })
    month!: string;

    @Field(() => DateScalar, { description: "Its first day." })
    from!: string;

    @Field(() => DateScalar, { description: "Its last day." })
    to!: string;

    @Field(() => Boolean, {
      description:
        "Its figures are known: every day is approved in a claim, lies in a closed reporting period where counts are paid, or is over where hand-overs are.",
    })
    isKnown!: boolean;

    @Field(() => VndScalar, { description: "What approved claims pay for it; a line over several months is parted." })
    claimedVnd!: string;

    @Field(() => VndScalar, { nullable: true, description: "What it costs; null where it cannot be forecast." })
    amountVnd!: string | null;

    @Field(() => VndScalar, { nullable: true, description: "With 80 % no less than this; a known month's amount." })
    lowVnd!: string | null;

    @Field(() => VndScalar, { nullable: true, description: "With 80 % no more than this; a known month's amount." })
    highVnd!: string | null;

    @Field(() => VndScalar, { nullable: true, description: "With the months of the year before it." })
    cumulativeVnd!: string | null;
  }

  @ObjectType("OutlookWarning", {
    simpleResolvers: true,
    description: "Cảnh báo kinh phí\n\nWhether the budget lasts, as a word and as a sentence.",
  })
  class OutlookWarning {
    @Field(() => level, { description: "How urgent it is." })
    level!: string;

    @Field(() => String, { description: "In Vietnamese, with the amounts." })
    vi!: string;

    @Field(() => String, { description: "In English, with the amounts." })
    en!: string;
  }

  @ObjectType("OutlookRoute", { simpleResolvers: true, description: "So sánh theo tuyến\n\nA route beside others." })
  class OutlookRoute {
    @Field(() => route, { description: "The route." })
    route!: object;
  }
  addCompared(OutlookRoute);

  @ObjectType("OutlookCarrier", {
    simpleResolvers: true,
    description: "So sánh theo đơn vị vận chuyển\n\nA carrier beside others.",
  })
  class OutlookCarrier {
    @Field(() => carrier, { description: "The Post, own staff or another." })
    carrier!: string;

    @Field(() => end, { nullable: true, description: "The unit that carries, where one is named." })
    carriedBy!: object | null;
  }
  addCompared(OutlookCarrier);

  @ObjectType("OutlookDistrict", {
    simpleResolvers: true,
    description: "So sánh theo huyện\n\nThe routes that touch a district beside others.",
  })
  class OutlookDistrict {
    @Field(() => agency, {
      nullable: true,
      description: "The district's People's Committee; null for routes that touch no district.",
    })
    district!: object | null;
  }
  addCompared(OutlookDistrict);

  @ObjectType("SubsidyOutlook", {
    simpleResolvers: true,
    description: "Triển vọng kinh phí\n\nHow long a program's money lasts: spent, promised, and expected.",
  })
  class SubsidyOutlook {
    @Field(() => GraphQLID, { description: "The program." })
    program!: string;

    @Field(() => GraphQLInt, { description: "Its fiscal year." })
    fiscalYear!: number;

    @Field(() => DateScalar, { description: "The day as of which it is told." })
    asOf!: string;

    @Field(() => VndScalar, { description: "Budget lines decided by that day." })
    budgetVnd!: string;

    @Field(() => VndScalar, { description: "Claims paid by that day." })
    paidVnd!: string;

    @Field(() => VndScalar, { description: "Claims approved by that day and not paid." })
    committedVnd!: string;

    @Field(() => VndScalar, { description: "Claims submitted by that day and not approved." })
    pendingVnd!: string;

    @Field(() => VndScalar, { description: "The budget less what is paid and committed." })
    remainingVnd!: string;

    @Field(() => [OutlookMonth], { description: "The twelve months of the fiscal year." })
    months!: OutlookMonth[];

    @Field(() => VndScalar, { description: "What the known months cost, claimed or not." })
    knownVnd!: string;

    @Field(() => VndScalar, { nullable: true, description: "What the other months are expected to cost." })
    forecastVnd!: string | null;

    @Field(() => VndScalar, { nullable: true, description: "What the year is expected to cost." })
    yearVnd!: string | null;

    @Field(() => VndScalar, { nullable: true, description: "With 80 % no less than this." })
    yearLowVnd!: string | null;

    @Field(() => VndScalar, { nullable: true, description: "With 80 % no more than this." })
    yearHighVnd!: string | null;

    @Field(() => GraphQLInt, { description: "How many past months the forecast is made of." })
    baseMonths!: number;

    @Field(() => words, { description: "How it is made, or why there is none." })
    method!: object;

    @Field(() => [words], { description: "What it leaves out or takes for granted." })
    notes!: object[];

    @Field(() => DateScalar, {
      nullable: true,
      description: "The day on which costs pass the budget; null where it lasts.",
    })
    runsOutOn!: string | null;

    @Field(() => OutlookWarning, { description: "Whether the budget lasts." })
    warning!: OutlookWarning;

    @Field(() => [OutlookRoute], { description: "By route, in the order of their codes." })
    routes!: OutlookRoute[];

    @Field(() => [OutlookCarrier], { description: "By who carries." })
    carriers!: OutlookCarrier[];

    @Field(() => [OutlookDistrict], { description: "By the district whose part of the agency tree a route touches." })
    districts!: OutlookDistrict[];
  }

  @ObjectType("EffectOnRoute", {
    simpleResolvers: true,
    description: "Tác động đến một tuyến\n\nA route before and after.",
  })
  class EffectOnRoute {
    @Field(() => route, { description: "The route." })
    route!: object;

    @Field(() => VndScalar, { description: "What its months to come are expected to cost." })
    beforeVnd!: string;

    @Field(() => VndScalar, { description: "What they would cost." })
    afterVnd!: string;
  }

  @ObjectType("SubsidyEffect", {
    simpleResolvers: true,
    description: "Tác động đến kinh phí\n\nWhat a change would do to the months of the year that are not known yet.",
  })
  class SubsidyEffect {
    @Field(() => GraphQLID, { description: "The program." })
    program!: string;

    @Field(() => DateScalar, { description: "The day as of which it is told." })
    asOf!: string;

    @Field(() => DateScalar, {
      nullable: true,
      description: "The first day that changes; null where the year is known.",
    })
    from!: string | null;

    @Field(() => GraphQLInt, { description: "How many months change." })
    months!: number;

    @Field(() => words, { description: "How the forecast is made, or why there is none." })
    method!: object;

    @Field(() => [words], { description: "What is assumed, a sentence each." })
    assumptions!: object[];

    @Field(() => VndScalar, { nullable: true, description: "What these months are expected to cost." })
    beforeVnd!: string | null;

    @Field(() => VndScalar, { nullable: true, description: "What they would cost." })
    afterVnd!: string | null;

    @Field(() => VndScalar, { nullable: true, description: "How much more; negative where it is less." })
    differenceVnd!: string | null;

    @Field(() => VndScalar, { nullable: true, description: "What the year is expected to cost." })
    yearBeforeVnd!: string | null;

    @Field(() => VndScalar, { nullable: true, description: "What it would cost." })
    yearAfterVnd!: string | null;

    @Field(() => DateScalar, { nullable: true, description: "When the budget is expected to run out." })
    runsOutBefore!: string | null;

    @Field(() => DateScalar, { nullable: true, description: "When it would." })
    runsOutAfter!: string | null;

    @Field(() => [EffectOnRoute], { description: "By route, in the order of their codes." })
    routes!: EffectOnRoute[];
  }

  return { outlook: SubsidyOutlook, effect: SubsidyEffect };
}
