import { GraphQLID, GraphQLInt } from "graphql";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Answer } from "../../platform/changes/change";
import { readNote } from "../../platform/changes/request";
import type { Context } from "../../platform/context";
import { refusing } from "../../platform/graphql/bind";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { pageOf } from "../../platform/planner/page";
import { DateScalar } from "../../platform/graphql/scalars";
import { publicationDifferences, type Differences } from "./differences.service";
import { publishScorecard } from "./publish.service";
import { differencesType } from "./publish.types";

/** Publishing scorecards, and what became of what was published. */
export function publishResolvers(types: ResourceTypes): (new () => object)[] {
  const differences = differencesType(types);

  @Resolver()
  class PublishResolver {
    @Mutation(() => types.changeResult, {
      description:
        "Công bố kết quả\n\nFreezes the figures of a span under a name, with the data they were computed from. Later corrections show as differences and change nothing of it.",
    })
    publishScorecard(
      @Ctx() context: Context,
      @Arg("targetSet", () => GraphQLID, { description: "Which targets." }) targetSet: string,
      @Arg("from", () => DateScalar, { description: "The first day that counts." }) from: string,
      @Arg("to", () => DateScalar, { description: "The last day that counts, itself included." }) to: string,
      @Arg("name", () => String, { description: "What the publication is called; no two are called the same." })
      name: string,
      @Arg("structure", () => DateScalar, {
        nullable: true,
        description: "The day whose agency tree is used; absent: the last day.",
      })
      structure?: string | null,
      @Arg("note", () => String, { nullable: true, description: "What its publisher notes." }) note?: string | null,
    ): Promise<Answer> {
      return refusing(() => publishScorecard(context, { targetSet, from, to, structure, name }, readNote(note)));
    }

    @Query(() => differences, {
      description: "The figures of a publication that are not what they were, beside those of now.",
    })
    publicationDifferences(
      @Ctx() context: Context,
      @Arg("publication", () => GraphQLID, { description: "The publication." }) publication: string,
      @Arg("offset", () => GraphQLInt, { nullable: true, defaultValue: 0, description: "How many are passed over." })
      offset?: number | null,
      @Arg("limit", () => GraphQLInt, {
        nullable: true,
        defaultValue: 25,
        description: "How many are given, at most 1,000.",
      })
      limit?: number | null,
    ): Promise<Differences> {
      return refusing(() => publicationDifferences(context, publication, pageOf(offset, limit)));
    }
  }
  return [PublishResolver];
}
