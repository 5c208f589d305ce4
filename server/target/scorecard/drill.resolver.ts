import { GraphQLID, GraphQLInt } from "graphql";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context";
import { refusing } from "../../platform/graphql/bind";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { pageOf } from "../../platform/planner/page";
import { DateScalar } from "../../platform/graphql/scalars";
import { drillTypes } from "./drill.types";
import { scorecardGaps, type ScorecardGapList } from "./gaps.service";
import type { LineBy } from "./lines";
import { scorecardLines, type ScorecardLineList } from "./lines.service";

/** What lies below a figure. */
export function drillResolvers(types: ResourceTypes): (new () => object)[] {
  const { linesBy, lines, gaps } = drillTypes(types);

  @Resolver()
  class DrillResolver {
    @Query(() => lines, { description: "The lines that make up a figure of a scorecard." })
    scorecardLines(
      @Ctx() context: Context,
      @Arg("criterion", () => GraphQLID, { description: "The criterion." }) criterion: string,
      @Arg("from", () => DateScalar, { description: "The first day that counts." }) from: string,
      @Arg("to", () => DateScalar, { description: "The last day that counts, itself included." }) to: string,
      @Arg("by", () => linesBy, { description: "By what the lines are told apart." }) by: LineBy,
      @Arg("reading", () => String, {
        nullable: true,
        description: "The reading by its code, for example catalog; absent: the official one.",
      })
      reading?: string | null,
      @Arg("agency", () => GraphQLID, { nullable: true, description: "Whose figure; absent: the province's." })
      agency?: string | null,
      @Arg("structure", () => DateScalar, {
        nullable: true,
        description: "The day whose agency tree is used; absent: the last day.",
      })
      structure?: string | null,
      @Arg("offset", () => GraphQLInt, { nullable: true, defaultValue: 0, description: "How many are passed over." })
      offset?: number | null,
      @Arg("limit", () => GraphQLInt, {
        nullable: true,
        defaultValue: 25,
        description: "How many at the most, up to 1000.",
      })
      limit?: number | null,
    ): Promise<ScorecardLineList> {
      const asking = { criterion, reading: reading ?? null, agency: agency ?? null, from, to, structure };
      return refusing(() => scorecardLines(context, asking, by, pageOf(offset, limit)));
    }

    @Query(() => gaps, { description: "What a scorecard of a span does not hold, count by count." })
    scorecardGaps(
      @Ctx() context: Context,
      @Arg("from", () => DateScalar, { description: "The first day that counts." }) from: string,
      @Arg("to", () => DateScalar, { description: "The last day that counts, itself included." }) to: string,
      @Arg("agency", () => GraphQLID, { nullable: true, description: "Whose; absent: the province's." })
      agency?: string | null,
      @Arg("structure", () => DateScalar, {
        nullable: true,
        description: "The day whose agency tree is used; absent: the last day.",
      })
      structure?: string | null,
      @Arg("offset", () => GraphQLInt, { nullable: true, defaultValue: 0, description: "How many are passed over." })
      offset?: number | null,
      @Arg("limit", () => GraphQLInt, {
        nullable: true,
        defaultValue: 25,
        description: "How many at the most, up to 1000.",
      })
      limit?: number | null,
    ): Promise<ScorecardGapList> {
      return refusing(() => scorecardGaps(context, { from, to, structure }, agency ?? null, pageOf(offset, limit)));
    }
  }

  return [DrillResolver];
}
