import { GraphQLID, GraphQLInt } from "graphql";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context";
import { refusing } from "../../platform/graphql/bind";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { pageOf } from "../../platform/planner/page";
import { DateScalar } from "../../platform/graphql/scalars";
import { catalogEffect, type CatalogEffect } from "./effect.service";
import { whatWouldItTake, type WhatWouldItTake } from "./take.service";
import { takeTypes } from "./take.types";

/** What could be done about a missed target. */
export function takeResolvers(types: ResourceTypes): (new () => object)[] {
  const { take, effect } = takeTypes(types);

  @Resolver()
  class TakeResolver {
    @Query(() => take, {
      description: "The smallest list of what may lawfully go by a criterion's channel that closes a missed target.",
    })
    whatWouldItTake(
      @Ctx() context: Context,
      @Arg("criterion", () => GraphQLID, { description: "The criterion." }) criterion: string,
      @Arg("from", () => DateScalar, { description: "The first day that counts." }) from: string,
      @Arg("to", () => DateScalar, { description: "The last day that counts, itself included." }) to: string,
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
    ): Promise<WhatWouldItTake> {
      const asking = { criterion, reading: reading ?? null, agency: agency ?? null, from, to, structure };
      return refusing(() => whatWouldItTake(context, asking));
    }

    @Query(() => effect, {
      description:
        "What a change of a catalog would do to the scores of the province and of every agency whose figures change, before it is decided.",
    })
    catalogEffect(
      @Ctx() context: Context,
      @Arg("catalog", () => GraphQLID, { description: "The catalog." }) catalog: string,
      @Arg("from", () => DateScalar, { description: "The first day that counts." }) from: string,
      @Arg("to", () => DateScalar, { description: "The last day that counts, itself included." }) to: string,
      @Arg("remove", () => [GraphQLID], {
        nullable: true,
        description: "Procedures that would be removed; those that do not stand in it change nothing.",
      })
      remove?: string[] | null,
      @Arg("add", () => [GraphQLID], {
        nullable: true,
        description: "Procedures in force that would be added. A replacement is one removed and one added.",
      })
      add?: string[] | null,
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
      @Arg("offset", () => GraphQLInt, { nullable: true, defaultValue: 0, description: "How many are passed over." })
      offset?: number | null,
      @Arg("limit", () => GraphQLInt, {
        nullable: true,
        defaultValue: 25,
        description: "How many at the most, up to 1000.",
      })
      limit?: number | null,
    ): Promise<CatalogEffect> {
      const proposal = { catalog, remove: remove ?? [], add: add ?? [] };
      return refusing(() =>
        catalogEffect(context, proposal, { from, to, targetSet, structure }, pageOf(offset, limit)),
      );
    }
  }

  return [TakeResolver];
}
