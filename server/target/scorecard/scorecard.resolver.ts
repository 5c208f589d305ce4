import { GraphQLID, GraphQLInt } from "graphql";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context";
import { refusing } from "../../platform/graphql/bind";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { pageOf } from "../../platform/planner/page";
import { DateScalar } from "../../platform/graphql/scalars";
import type { Scorecard } from "./card";
import { drillResolvers } from "./drill.resolver";
import { scorecard, scorecards, type ScorecardList } from "./scorecard.service";
import { scorecardTypes } from "./scorecard.types";
import { takeResolvers } from "./take.resolver";
import { trendResolvers } from "./trend.resolver";

/** Scorecards as the API gives them, with how they went and what lies below their figures. */
export function scorecardResolvers(types: ResourceTypes): (new () => object)[] {
  const { scorecard: card, list } = scorecardTypes(types);
  const kind = types.enumOf("AgencyKind");

  @Resolver()
  class ScorecardResolver {
    @Query(() => card, {
      description:
        "Where an agency stands against the targets; without an agency the whole province, or for people bound to a part of it the top of their part.",
    })
    scorecard(
      @Ctx() context: Context,
      @Arg("from", () => DateScalar, { description: "The first day that counts." }) from: string,
      @Arg("to", () => DateScalar, { description: "The last day that counts, itself included." }) to: string,
      @Arg("agency", () => GraphQLID, { nullable: true, description: "Whose scorecard." }) agency?: string | null,
      @Arg("targetSet", () => GraphQLID, {
        nullable: true,
        description: "Which targets; absent: the set that holds on the last day.",
      })
      targetSet?: string | null,
      @Arg("structure", () => DateScalar, {
        nullable: true,
        description: "The day whose agency tree is used; absent: the last day.",
      })
      structure?: string | null,
    ): Promise<Scorecard> {
      return refusing(() => scorecard(context, { from, to, targetSet, structure }, agency ?? null));
    }

    @Query(() => list, { description: "Where many agencies stand against the targets, and the province." })
    scorecards(
      @Ctx() context: Context,
      @Arg("from", () => DateScalar, { description: "The first day that counts." }) from: string,
      @Arg("to", () => DateScalar, { description: "The last day that counts, itself included." }) to: string,
      @Arg("targetSet", () => GraphQLID, {
        nullable: true,
        description: "Which targets; absent: the set that holds on the last day.",
      })
      targetSet?: string | null,
      @Arg("structure", () => DateScalar, {
        nullable: true,
        description: "The day whose agency tree is used; absent: the last day.",
      })
      structure?: string | null,
      @Arg("agencies", () => [GraphQLID], { nullable: true, description: "Only these." }) agencies?: string[] | null,
      @Arg("under", () => GraphQLID, { nullable: true, description: "Only those directly below this one." })
      under?: string | null,
      @Arg("kinds", () => [kind], { nullable: true, description: "Only agencies of these kinds." })
      kinds?: string[] | null,
      @Arg("withDossiers", () => Boolean, {
        nullable: true,
        defaultValue: true,
        description: "Only those with a count in the span, of their own or of what stands below them.",
      })
      withDossiers?: boolean | null,
      @Arg("offset", () => GraphQLInt, { nullable: true, defaultValue: 0, description: "How many are passed over." })
      offset?: number | null,
      @Arg("limit", () => GraphQLInt, {
        nullable: true,
        defaultValue: 25,
        description: "How many at the most, up to 1000.",
      })
      limit?: number | null,
    ): Promise<ScorecardList> {
      const choice = {
        agencies: agencies ?? null,
        under: under ?? null,
        kinds: kinds ?? null,
        withDossiers: withDossiers ?? true,
      };
      return refusing(() => scorecards(context, { from, to, targetSet, structure }, choice, pageOf(offset, limit)));
    }
  }

  return [ScorecardResolver, ...trendResolvers(types), ...drillResolvers(types), ...takeResolvers(types)];
}
