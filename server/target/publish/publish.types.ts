import { GraphQLID, GraphQLInt } from "graphql";
import { GraphQLSafeInt } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { DateTimeScalar, DecimalScalar } from "../../platform/graphql/scalars";
import type { TypeClass } from "../../platform/graphql/types";
import { scoredTypes } from "../scored.types";

/** The type of what became of a publication's figures since. */
export function differencesType(types: ResourceTypes): TypeClass {
  const [state, source] = ["TargetState", "ChangeSource"].map((name) => types.enumOf(name));
  const { agency } = scoredTypes(types);

  @ObjectType("ComparedFigure", {
    simpleResolvers: true,
    description: "Số liệu được so\n\nA figure as it was published, or as it is now.",
  })
  class ComparedFigure {
    @Field(() => Boolean, { description: "Whether the reading was, or is, the official one." })
    official!: boolean;

    @Field(() => GraphQLSafeInt, { description: "What is counted above the line." })
    numerator!: number;

    @Field(() => GraphQLSafeInt, { description: "What is counted below the line." })
    denominator!: number;

    @Field(() => DecimalScalar, { description: "The share to be reached, in percent." })
    thresholdPercent!: string;

    @Field(() => state, { description: "Met, missed or not applicable." })
    state!: string;

    @Field(() => GraphQLSafeInt, {
      nullable: true,
      description: "The smallest whole number to be added to the numerator; null where not applicable.",
    })
    shortfall!: number | null;

    @Field(() => DecimalScalar, { nullable: true, description: "The points, where the criterion is scored." })
    points!: string | null;
  }

  @ObjectType("ComparedCriterion", { simpleResolvers: true, description: "Chỉ tiêu\n\nA criterion by its names." })
  class ComparedCriterion {
    @Field(() => GraphQLID, { description: "The criterion's id." })
    id!: string;

    @Field(() => String, { description: "Its code in the set." })
    code!: string;

    @Field(() => String, { description: "Its name in Vietnamese." })
    nameVi!: string;

    @Field(() => String, { nullable: true, description: "Its name in English." })
    nameEn!: string | null;
  }

  @ObjectType("PublicationDifference", {
    simpleResolvers: true,
    description: "Chênh lệch với số đã công bố\n\nA figure that is not what it was when it was published.",
  })
  class PublicationDifference {
    @Field(() => agency, { nullable: true, description: "The agency; null is the province." })
    agency!: object | null;

    @Field(() => ComparedCriterion, { description: "The criterion." })
    criterion!: ComparedCriterion;

    @Field(() => String, { description: "The reading's code." })
    reading!: string;

    @Field(() => ComparedFigure, { nullable: true, description: "As published; null where it was not." })
    published!: ComparedFigure | null;

    @Field(() => ComparedFigure, {
      nullable: true,
      description: "As of now; null where there is no such figure any more.",
    })
    now!: ComparedFigure | null;
  }

  @ObjectType("ChangePerson", { simpleResolvers: true, description: "Người cập nhật\n\nWho made a change set." })
  class ChangePerson {
    @Field(() => String, { description: "The person's name." })
    name!: string;
  }

  @ObjectType("ChangeSincePublication", {
    simpleResolvers: true,
    description: "Lần cập nhật sau công bố\n\nA change set that touched what published figures are made of.",
  })
  class ChangeSincePublication {
    @Field(() => GraphQLID, { description: "The change set's id." })
    id!: string;

    @Field(() => DateTimeScalar, { description: "When." })
    at!: string;

    @Field(() => ChangePerson, { nullable: true, description: "Who; null for the system itself." })
    person!: ChangePerson | null;

    @Field(() => source, { description: "Whence it came." })
    source!: string;

    @Field(() => String, { nullable: true, description: "Why, in the person's words." })
    note!: string | null;

    @Field(() => GraphQLInt, { description: "How many rows it changed." })
    rowCount!: number;
  }

  @ObjectType("PublicationDifferences", {
    simpleResolvers: true,
    description: "Chênh lệch từ khi công bố\n\nWhat differs now from a publication, and what was changed since.",
  })
  class PublicationDifferences {
    @Field(() => [PublicationDifference], { description: "The figures that differ, in the order of the agency tree." })
    items!: PublicationDifference[];

    @Field(() => GraphQLInt, { description: "How many differ in all." })
    total!: number;

    @Field(() => [ChangeSincePublication], {
      description:
        "The latest 50 change sets since that touched counts of the span, or the catalogs, channels, criteria, procedures or agencies, latest first; those that the person may see.",
    })
    changeSets!: ChangeSincePublication[];
  }

  return PublicationDifferences;
}
