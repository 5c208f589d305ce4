import { GraphQLID, GraphQLInt } from "graphql";
import { GraphQLSafeInt } from "graphql-scalars";
import { Arg, Ctx, Field, ObjectType, Query, registerEnumType, Resolver } from "type-graphql";
import type { Context } from "../platform/context";
import { Refusal } from "../platform/errors/refusal";
import { refusing } from "../platform/graphql/bind";
import type { ResourceTypes } from "../platform/graphql/build-schema";
import { scoredTypes } from "../target/scored.types";
import { crossCheck, type CrossCheck } from "./cross-check";
import type { ComparedCell } from "./cross-check.rules";

const STATES = {
  AGREES: "AGREES",
  DIFFERS: "DIFFERS",
  UNCERTAIN: "UNCERTAIN",
  NO_FORM: "NO_FORM",
  NO_COUNTS: "NO_COUNTS",
} as const;

const PAGE = { default: 50, max: 200 };

/** The national form against the counts. */
export function crossCheckResolvers(types: ResourceTypes): (new () => object)[] {
  const { agency, period } = scoredTypes(types);
  registerEnumType(STATES, {
    name: "CrossCheckState",
    description: "What came of comparing an agency's line of the form with its counts.",
    valuesConfig: {
      AGREES: { description: "The same, in every column that both know." },
      DIFFERS: { description: "Different in a column, over the same days." },
      UNCERTAIN: { description: "The counts are not of the same days, or leave empty what would have to be compared." },
      NO_FORM: { description: "There are counts and no line of the form." },
      NO_COUNTS: { description: "There is a line of the form and no count." },
    },
  });

  @ObjectType("CrossCheckCell", {
    simpleResolvers: true,
    description: "Một cột của biểu\n\nA column of the form, and what the counts add up to.",
  })
  class CrossCheckCell implements ComparedCell {
    @Field(() => GraphQLInt, { description: "The column's number in the form, 3 to 13." })
    column!: number;

    @Field(() => String, { description: "The field of nationalForm." })
    field!: string;

    @Field(() => GraphQLSafeInt, { nullable: true, description: "What the form says; null where it is empty." })
    form!: number | null;

    @Field(() => GraphQLSafeInt, {
      nullable: true,
      description: "What the counts add up to; null where none of them reports a part of it.",
    })
    counts!: number | null;

    @Field(() => GraphQLSafeInt, { nullable: true, description: "Counts less form; null where one is not known." })
    difference!: number | null;

    @Field(() => GraphQLInt, { description: "Counts that leave a figure of the column empty." })
    blankRows!: number;

    @Field(() => Boolean, { nullable: true, description: "Whether they are the same; null where one is not known." })
    agrees!: boolean | null;
  }

  @ObjectType("CrossCheckLine", {
    description: "Đối chiếu của một đơn vị\n\nA settling agency's line of the form against its counts.",
  })
  class CrossCheckLine {
    @Field(() => agency, { description: "The settling agency." })
    agency!: object;

    @Field(() => STATES, { description: "What came of it." })
    state!: string;

    @Field(() => GraphQLID, { nullable: true, description: "The line of the form; null where there is none." })
    formId!: string | null;

    @Field(() => GraphQLInt, { description: "How many counts are added up." })
    rows!: number;

    @Field(() => GraphQLInt, { description: "Days of the form's period of which the agency has no count." })
    uncoveredDays!: number;

    @Field(() => GraphQLInt, {
      description: "Periods of the agency's counts that lie only in part in the form's: they are not added up.",
    })
    straddling!: number;

    @Field(() => Boolean, { description: "Whether some of it is invented for the demo." })
    isDemo!: boolean;

    @Field(() => [CrossCheckCell], { description: "The columns 3 to 13." })
    cells!: CrossCheckCell[];
  }

  @ObjectType("CrossCheckPeriod", {
    description: "Kỳ số liệu trùng ngày\n\nA period with counts that shares days with the form's.",
  })
  class CrossCheckPeriod {
    @Field(() => period, { description: "The period." })
    period!: object;

    @Field(() => Boolean, { description: "Whether it lies wholly inside the form's: only then is it added up." })
    isInside!: boolean;

    @Field(() => GraphQLInt, { description: "How many days they share." })
    days!: number;
  }

  @ObjectType("CrossCheck", {
    description:
      "Đối chiếu biểu II.06a\n\nForm II.06a/VPCP/KSTT of a period against the counts: received online is its column 4, received at the counter and by post is column 5.",
  })
  class CrossCheckType {
    @Field(() => period, { description: "The form's period." })
    period!: object;

    @Field(() => [CrossCheckPeriod], { description: "The periods with counts that share days with it." })
    periods!: CrossCheckPeriod[];

    @Field(() => [period], { description: "Other periods that share days with it and have forms of their own." })
    otherForms!: object[];

    @Field(() => GraphQLInt, { description: "How many agencies there are." })
    total!: number;

    @Field(() => [CrossCheckLine], { description: "A page of the agencies, by name." })
    items!: CrossCheckLine[];
  }

  @Resolver()
  class CrossCheckResolver {
    @Query(() => CrossCheckType, {
      description:
        "Compares the national form of a period with the counts of its days, for every settling agency that the person sees.",
    })
    crossCheck(
      @Ctx() context: Context,
      @Arg("period", () => GraphQLID, { description: "The form's period." }) periodId: string,
      @Arg("offset", () => GraphQLInt, { nullable: true, description: "Agencies to pass over." })
      offset?: number | null,
      @Arg("limit", () => GraphQLInt, {
        nullable: true,
        description: "Agencies answered: 50 unless told, 200 at most.",
      })
      limit?: number | null,
    ): Promise<CrossCheck> {
      return refusing(() => crossCheck(context, periodId, pageOf(offset ?? 0, limit ?? PAGE.default)));
    }
  }

  return [CrossCheckResolver];
}

function pageOf(offset: number, limit: number): { offset: number; limit: number } {
  if (offset < 0) throw new Refusal("BAD_INPUT", "offset", { min: 0, max: 1_000_000 }, "outOfRange");
  if (limit < 1 || limit > PAGE.max) throw new Refusal("LIMIT", "limit", { max: PAGE.max });
  return { offset, limit };
}
