import { GraphQLID } from "graphql";
import { Arg, Ctx, Query, registerEnumType, Resolver } from "type-graphql";
import type { Context } from "../../platform/context";
import { refusing } from "../../platform/graphql/bind";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { DateScalar } from "../../platform/graphql/scalars";
import type { Scorecard } from "./card";
import { scorecardTypes } from "./scorecard.types";
import type { TrendStep } from "./steps.rules";
import { scorecardTrend } from "./trend.service";

const STEPS = { MONTH: "MONTH", QUARTER: "QUARTER", YEAR: "YEAR", TWELVE_MONTHS: "TWELVE_MONTHS" } as const;

/** How scorecards went from step to step. */
export function trendResolvers(types: ResourceTypes): (new () => object)[] {
  const { scorecard: card } = scorecardTypes(types);
  registerEnumType(STEPS, {
    name: "TrendStep",
    description: "Bước của xu hướng\n\nHow long the points of a trend are.",
    valuesConfig: {
      MONTH: { description: "Calendar months." },
      QUARTER: { description: "Calendar quarters." },
      YEAR: { description: "Calendar years." },
      TWELVE_MONTHS: { description: "For every month the twelve months that end with it." },
    },
  });

  @Resolver()
  class TrendResolver {
    @Query(() => [card], {
      description:
        "Scorecards step by step, at most 60: each of its own days, with the catalogs and the structure of its last day.",
    })
    scorecardTrend(
      @Ctx() context: Context,
      @Arg("from", () => DateScalar, { description: "The first day of the trend." }) from: string,
      @Arg("to", () => DateScalar, { description: "The last day of the trend, itself included." }) to: string,
      @Arg("step", () => STEPS, { description: "How long each point is." }) step: TrendStep,
      @Arg("agency", () => GraphQLID, { nullable: true, description: "Whose; absent: the province's." })
      agency?: string | null,
      @Arg("targetSet", () => GraphQLID, {
        nullable: true,
        description: "Which targets; absent: the set that holds on the last day.",
      })
      targetSet?: string | null,
      @Arg("structure", () => DateScalar, {
        nullable: true,
        description: "The day whose agency tree is used throughout; absent: that of each point.",
      })
      structure?: string | null,
    ): Promise<Scorecard[]> {
      return refusing(() => scorecardTrend(context, { from, to, targetSet, structure }, agency ?? null, step));
    }
  }

  return [TrendResolver];
}
