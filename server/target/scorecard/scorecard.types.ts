import { GraphQLID, GraphQLInt } from "graphql";
import { GraphQLSafeInt } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { DateScalar, DecimalScalar } from "../../platform/graphql/scalars";
import type { TypeClass } from "../../platform/graphql/types";
import { scoredTypes } from "../scored.types";

export interface ScorecardTypes {
  fraction: TypeClass;
  reading: TypeClass;
  criterion: TypeClass;
  scorecard: TypeClass;
  list: TypeClass;
}

const made = new WeakMap<ResourceTypes, ScorecardTypes>();

/** The types of scorecards: the same classes for all resolvers of one schema. */
export function scorecardTypes(types: ResourceTypes): ScorecardTypes {
  const known = made.get(types) ?? makeTypes(types);
  made.set(types, known);
  return known;
}

function makeTypes(types: ResourceTypes): ScorecardTypes {
  const [state, measure, channel, leg] = ["TargetState", "Measure", "ChannelKind", "Leg"].map((name) =>
    types.enumOf(name),
  );
  const { agency } = scoredTypes(types);

  @ObjectType("Fraction", { simpleResolvers: true, description: "Phân số\n\nA ratio as it was counted, not reduced." })
  class Fraction {
    @Field(() => GraphQLSafeInt, { description: "What is counted above the line." })
    numerator!: number;

    @Field(() => GraphQLSafeInt, { description: "What is counted below the line." })
    denominator!: number;
  }

  @ObjectType("ReadingScore", {
    simpleResolvers: true,
    description: "Kết quả theo một cách hiểu\n\nA criterion by one reading of its text, judged.",
  })
  class ReadingScore {
    @Field(() => String, {
      description: "agency, catalog, any, received, returned or either: the reading in lower case.",
    })
    code!: string;

    @Field(() => String, { description: "The reading's name in Vietnamese." })
    nameVi!: string;

    @Field(() => String, { description: "The reading's name in English." })
    nameEn!: string;

    @Field(() => String, { description: "The rule by which the figure was made, as a sentence in Vietnamese." })
    ruleVi!: string;

    @Field(() => String, { description: "The rule by which the figure was made, as a sentence in English." })
    ruleEn!: string;

    @Field(() => Boolean, { description: "Whether it is the reading that was chosen to judge by." })
    official!: boolean;

    @Field(() => GraphQLSafeInt, { description: "What is counted above the line." })
    numerator!: number;

    @Field(() => GraphQLSafeInt, { description: "What is counted below the line." })
    denominator!: number;

    @Field(() => Fraction, { nullable: true, description: "Numerator over denominator; null where not applicable." })
    ratio!: Fraction | null;

    @Field(() => state, { description: "Met, missed, or not applicable since the denominator is zero." })
    state!: string;

    @Field(() => GraphQLSafeInt, {
      nullable: true,
      description:
        "The smallest whole number to be added to the numerator with the denominator as it is; 0 where met, null where not applicable.",
    })
    shortfall!: number | null;

    @Field(() => GraphQLSafeInt, {
      nullable: true,
      description: "How far the numerator lies above what is needed; 0 where missed, null where not applicable.",
    })
    surplus!: number | null;

    @Field(() => GraphQLSafeInt, {
      nullable: true,
      description: "The numerator that the target asks for; null where not applicable.",
    })
    needed!: number | null;

    @Field(() => DecimalScalar, { nullable: true, description: "The points, where the criterion is scored." })
    points!: string | null;
  }

  @ObjectType("CriterionScore", {
    simpleResolvers: true,
    description: "Kết quả của một chỉ tiêu\n\nA criterion with its figures by every reading.",
  })
  class CriterionScore {
    @Field(() => GraphQLID, { description: "The criterion's id." })
    id!: string;

    @Field(() => String, { description: "Its code in its set." })
    code!: string;

    @Field(() => String, { description: "Its name in Vietnamese." })
    nameVi!: string;

    @Field(() => String, { nullable: true, description: "Its name in English." })
    nameEn!: string | null;

    @Field(() => GraphQLInt, { nullable: true, description: "Its place in the set." })
    position!: number | null;

    @Field(() => measure, { description: "Whether procedures or dossiers are counted." })
    measure!: string;

    @Field(() => channel, { description: "The channel it is about." })
    channel!: string;

    @Field(() => leg, { nullable: true, description: "The leg it is about." })
    leg!: string | null;

    @Field(() => GraphQLInt, { nullable: true, description: "The level it is about; null where it is about any." })
    level!: number | null;

    @Field(() => DecimalScalar, { description: "The share to be reached, in percent." })
    thresholdPercent!: string;

    @Field(() => DecimalScalar, { nullable: true, description: "The points in full, where it is scored." })
    points!: string | null;

    @Field(() => ReadingScore, { description: "By the reading that was chosen to judge by." })
    official!: ReadingScore;

    @Field(() => [ReadingScore], { description: "By every reading, side by side." })
    readings!: ReadingScore[];
  }

  @ObjectType("ScorecardSet", { simpleResolvers: true, description: "Bộ chỉ tiêu\n\nThe target set of a scorecard." })
  class ScorecardSet {
    @Field(() => GraphQLID, { description: "The set's id." })
    id!: string;

    @Field(() => String, { description: "Its short code." })
    code!: string;

    @Field(() => String, { description: "Its name in Vietnamese." })
    nameVi!: string;

    @Field(() => String, { nullable: true, description: "Its name in English." })
    nameEn!: string | null;

    @Field(() => Boolean, { description: "Whether it is invented for the demo." })
    isDemo!: boolean;
  }

  @ObjectType("Scorecard", {
    simpleResolvers: true,
    description:
      "Kết quả thực hiện chỉ tiêu\n\nWhere an agency, with what stands below it, or the whole province stands against the targets.",
  })
  class Scorecard {
    @Field(() => agency, { nullable: true, description: "The agency; null for the whole province." })
    agency!: object | null;

    @Field(() => ScorecardSet, { description: "The target set." })
    targetSet!: ScorecardSet;

    @Field(() => DateScalar, { description: "The first day that counts." })
    from!: string;

    @Field(() => DateScalar, { description: "The last day that counts, itself included." })
    to!: string;

    @Field(() => DateScalar, { description: "The day whose agency tree is used." })
    structure!: string;

    @Field(() => [CriterionScore], { description: "The criteria in their order." })
    criteria!: CriterionScore[];

    @Field(() => GraphQLInt, { description: "How many are met, by the official readings." })
    met!: number;

    @Field(() => GraphQLInt, { description: "How many apply, by the official readings." })
    applicable!: number;

    @Field(() => DecimalScalar, { nullable: true, description: "The points of those that apply and are scored." })
    points!: string | null;

    @Field(() => DecimalScalar, { nullable: true, description: "The points in full of those that apply." })
    maxPoints!: string | null;

    @Field(() => Boolean, { description: "Whether some count in it is invented for the demo." })
    isDemo!: boolean;

    @Field(() => GraphQLInt, {
      description: "How many counts of the span leave out a figure: not reported, not summed.",
    })
    blankCount!: number;

    @Field(() => GraphQLInt, {
      description: "How many counts are left out since their period lies in the span only partly.",
    })
    straddlingCount!: number;
  }

  @ObjectType("ScorecardList", {
    simpleResolvers: true,
    description: "Kết quả của nhiều cơ quan\n\nA page of agencies' scorecards beside the province's.",
  })
  class ScorecardList {
    @Field(() => [Scorecard], { description: "The scorecards of the page, in the order of the agency tree." })
    items!: Scorecard[];

    @Field(() => GraphQLInt, { description: "How many there are, on all pages." })
    total!: number;

    @Field(() => Scorecard, {
      description: "The whole province's; for people bound to a part of it, that of the top of their part.",
    })
    province!: Scorecard;
  }

  return {
    fraction: Fraction,
    reading: ReadingScore,
    criterion: CriterionScore,
    scorecard: Scorecard,
    list: ScorecardList,
  };
}
