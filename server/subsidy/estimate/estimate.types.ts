import { GraphQLInt } from "graphql";
import { GraphQLSafeInt } from "graphql-scalars";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { DateScalar, DecimalScalar, VndScalar } from "../../platform/graphql/scalars";
import type { TypeClass } from "../../platform/graphql/types";
import { scoredTypes } from "../../target/scored.types";
import { shownTypes } from "../shown.types";
import type { NeedBasis, NeedGap } from "./need.rules";

const BASES: Record<NeedBasis, string> = {
  COUNTS: "Dossiers of the counts.",
  DOSSIERS_PER_TRIP: "Dossiers of the counts by the rate's dossiers per trip.",
  HAND_OVERS: "Signed hand-overs of the base span: their dossiers, or each of them a trip.",
  MONTHS: "The months of the year in which the route is there.",
};

const GAPS: Record<NeedGap["reason"], string> = {
  NO_RATE: "No rate of the route is known.",
  NO_TRIPS: "Paid by trip, and neither dossiers per trip nor hand-overs are known.",
  TOO_MUCH: "The amount is beyond 64 bits.",
};

function enumOf(name: string, description: string, values: Record<string, string>): object {
  const made = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  registerEnumType(made, {
    name,
    description,
    valuesConfig: Object.fromEntries(Object.entries(values).map(([value, about]) => [value, { description: about }])),
  });
  return made;
}

/** The type of what a year would cost, payer by payer and line by line. */
export function needType(types: ResourceTypes): TypeClass {
  const { agency } = scoredTypes(types);
  const { words, route } = shownTypes(types);
  const [unit, channel] = [types.enumOf("TransferRateUnit"), types.enumOf("ChannelKind")];
  const basis = enumOf("NeedBasis", "Where the quantity of an estimate's line comes from.", BASES);
  const gapReason = enumOf("NeedGapReason", "Why an estimate has no line for a route.", GAPS);

  @ObjectType("NeedLine", {
    simpleResolvers: true,
    description: "Dòng nhu cầu kinh phí\n\nA route's expected quantity in the year at its expected rate.",
  })
  class NeedLine {
    @Field(() => route, { description: "The route." })
    route!: object;

    @Field(() => unit, { description: "Per dossier, trip or month." })
    rateUnit!: string;

    @Field(() => VndScalar, { description: "The expected rate, VAT included." })
    rateVnd!: string;

    @Field(() => Boolean, { description: "The rate does not hold on 1 January: it is the latest that is known." })
    isLatestKnown!: boolean;

    @Field(() => GraphQLSafeInt, {
      description: "Dossiers of the base span: by the counts, or where these have none of the route by its hand-overs.",
    })
    baseDossiers!: number;

    @Field(() => GraphQLSafeInt, { description: "Signed hand-overs of the base span by the route's carrier." })
    baseHandOvers!: number;

    @Field(() => GraphQLSafeInt, { description: "Dossiers expected in the year." })
    dossiers!: number;

    @Field(() => basis, { description: "Where the quantity comes from." })
    basis!: string;

    @Field(() => DecimalScalar, {
      description: "What the rate is multiplied by, to six decimals; the amount is reckoned from the exact one.",
    })
    quantity!: string;

    @Field(() => DecimalScalar, { description: "The share that is paid, in percent." })
    sharePercent!: string;

    @Field(() => VndScalar, { description: "Rate × quantity × share, rounded half up to the đồng." })
    amountVnd!: string;

    @Field(() => words, { description: "How it is reckoned." })
    explanation!: object;
  }

  @ObjectType("NeedGap", {
    simpleResolvers: true,
    description: "Tuyến chưa tính được\n\nA route that is not in the sum, because nothing is guessed.",
  })
  class NeedGapType {
    @Field(() => route, { description: "The route." })
    route!: object;

    @Field(() => gapReason, { description: "What is missing." })
    reason!: string;

    @Field(() => words, { description: "The same as a sentence." })
    explanation!: object;
  }

  @ObjectType("PayerNeed", {
    simpleResolvers: true,
    description: "Nhu cầu kinh phí của một cơ quan chi\n\nWhat the year would cost a district or the province.",
  })
  class PayerNeed {
    @Field(() => agency, {
      nullable: true,
      description: "The People's Committee that would pay; null where the province has none on record.",
    })
    payer!: object | null;

    @Field(() => VndScalar, { description: "The sum of its lines." })
    totalVnd!: string;

    @Field(() => [NeedLine], { description: "Its lines in the order of the routes' codes." })
    lines!: NeedLine[];

    @Field(() => [NeedGapType], { description: "Its routes that could not be priced." })
    gaps!: NeedGapType[];
  }

  @ObjectType("SubsidyNeed", {
    simpleResolvers: true,
    description: "Nhu cầu kinh phí luân chuyển hồ sơ\n\nWhat moving dossiers would cost in a year.",
  })
  class SubsidyNeed {
    @Field(() => GraphQLInt, { description: "The fiscal year." })
    fiscalYear!: number;

    @Field(() => DateScalar, { description: "The first day of the counts it rests on." })
    baseFrom!: string;

    @Field(() => DateScalar, { description: "Their last day." })
    baseTo!: string;

    @Field(() => DecimalScalar, { description: "By how many percent dossiers grow." })
    growthPercent!: string;

    @Field(() => DecimalScalar, { description: "The share that is paid, in percent." })
    sharePercent!: string;

    @Field(() => [channel], { description: "The channels whose dossiers are carried." })
    channels!: string[];

    @Field(() => VndScalar, { description: "What it comes to in all." })
    totalVnd!: string;

    @Field(() => [PayerNeed], { description: "By payer in the order of the agency tree." })
    payers!: PayerNeed[];

    @Field(() => [words], { description: "All that it assumes, a sentence each." })
    assumptions!: object[];
  }

  return SubsidyNeed;
}
