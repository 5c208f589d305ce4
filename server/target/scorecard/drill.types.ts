import { GraphQLID, GraphQLInt } from "graphql";
import { GraphQLSafeInt } from "graphql-scalars";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { DateScalar } from "../../platform/graphql/scalars";
import { scoredTypes } from "../scored.types";

const LINES_BY = {
  PROCEDURE: "PROCEDURE",
  AGENCY: "AGENCY",
  RECEPTION_UNIT: "RECEPTION_UNIT",
  PERIOD: "PERIOD",
} as const;

const GAP_KINDS = { STRADDLING: "STRADDLING", BLANK: "BLANK" } as const;

/** The types of what lies below a figure: its lines, and what it does not hold. */
export function drillTypes(types: ResourceTypes) {
  const { agency, procedure, period } = scoredTypes(types);
  registerEnumType(LINES_BY, {
    name: "ScorecardLineBy",
    description: "Chia theo\n\nBy what the lines of a figure are told apart.",
    valuesConfig: {
      PROCEDURE: { description: "By procedure." },
      AGENCY: { description: "By settling agency." },
      RECEPTION_UNIT: { description: "By the unit that received." },
      PERIOD: { description: "By reporting period." },
    },
  });
  registerEnumType(GAP_KINDS, {
    name: "ScorecardGapKind",
    description: "Vì sao thiếu\n\nWhy a scorecard does not hold a count, or not all of it.",
    valuesConfig: {
      STRADDLING: { description: "Its period lies in the span only partly: it is left out." },
      BLANK: { description: "Figures of it are not reported: they are not summed." },
    },
  });

  @ObjectType("ScorecardLine", {
    simpleResolvers: true,
    description: "Một dòng của con số\n\nA line of a figure: a procedure, an agency or a period.",
  })
  class ScorecardLine {
    @Field(() => procedure, { nullable: true, description: "The procedure, in lines by procedure." })
    procedure!: object | null;

    @Field(() => agency, { nullable: true, description: "The agency or unit, in lines by either." })
    agency!: object | null;

    @Field(() => period, { nullable: true, description: "The period, in lines by period." })
    period!: object | null;

    @Field(() => GraphQLSafeInt, { description: "What it adds above the line." })
    numerator!: number;

    @Field(() => GraphQLSafeInt, {
      description: "What it adds below the line. Of a criterion about procedures it is 1 for each procedure.",
    })
    denominator!: number;

    @Field(() => GraphQLSafeInt, { description: "Dossiers received at the counter." })
    counterReceived!: number;

    @Field(() => GraphQLSafeInt, { description: "Dossiers received by any channel." })
    received!: number;

    @Field(() => Boolean, {
      nullable: true,
      description: "Of a procedure: whether it stands in the criterion's catalogs, or at its level, on the last day.",
    })
    inCatalog!: boolean | null;

    @Field(() => DateScalar, {
      nullable: true,
      description:
        "Of a procedure: since when the criterion's channel is open to it; null where it is not. What was always open is so since the span's first day.",
    })
    lawfulFrom!: string | null;

    @Field(() => Boolean, { nullable: true, description: "Of a procedure: whether it adds to the numerator." })
    isNumerator!: boolean | null;
  }

  @ObjectType("ScorecardLineList", {
    simpleResolvers: true,
    description: "Các dòng của con số\n\nA page of a figure's lines, the largest denominators first.",
  })
  class ScorecardLineList {
    @Field(() => [ScorecardLine], { description: "The lines of the page." })
    items!: ScorecardLine[];

    @Field(() => GraphQLInt, { description: "How many there are, on all pages." })
    total!: number;

    @Field(() => GraphQLSafeInt, {
      description:
        "The figure's numerator. Of dossiers it is the sum of all lines; a procedure may be in several lines.",
    })
    numerator!: number;

    @Field(() => GraphQLSafeInt, { description: "The figure's denominator, likewise." })
    denominator!: number;
  }

  @ObjectType("ScorecardGap", {
    simpleResolvers: true,
    description: "Số liệu không được tính\n\nA count that a scorecard leaves out, or of which it lacks figures.",
  })
  class ScorecardGap {
    @Field(() => GAP_KINDS, { description: "Why." })
    kind!: string;

    @Field(() => GraphQLID, { description: "The count's id." })
    count!: string;

    @Field(() => period, { description: "Its period." })
    period!: object;

    @Field(() => procedure, { nullable: true, description: "Its procedure." })
    procedure!: object | null;

    @Field(() => agency, { nullable: true, description: "The agency that settles, as the structure has it." })
    agency!: object | null;

    @Field(() => agency, { nullable: true, description: "The unit that receives, as the structure has it." })
    receptionUnit!: object | null;

    @Field(() => [String], { description: "The figures that were not reported, by their names in the API." })
    missing!: string[];
  }

  @ObjectType("ScorecardGapList", {
    simpleResolvers: true,
    description: "Các số liệu không được tính\n\nA page of what a scorecard does not hold.",
  })
  class ScorecardGapList {
    @Field(() => [ScorecardGap], { description: "Those of the page: what straddles the span, then what is blank." })
    items!: ScorecardGap[];

    @Field(() => GraphQLInt, { description: "How many there are, on all pages." })
    total!: number;

    @Field(() => GraphQLInt, { description: "Counts left out since their period lies in the span only partly." })
    straddlingCount!: number;

    @Field(() => GraphQLInt, { description: "Counts of the span with a figure not reported." })
    blankCount!: number;
  }

  return { linesBy: LINES_BY, lines: ScorecardLineList, gaps: ScorecardGapList };
}
