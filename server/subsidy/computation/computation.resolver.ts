import { GraphQLID } from "graphql";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context";
import { refusing } from "../../platform/graphql/bind";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { DateScalar } from "../../platform/graphql/scalars";
import { subsidyComputation, type ShownComputation } from "./computation.service";
import { computationType } from "./computation.types";

/** What transfer-cost subsidies come to, as the API gives it. */
export function computationResolvers(types: ResourceTypes): (new () => object)[] {
  const computation = computationType(types);

  @Resolver()
  class ComputationResolver {
    @Query(() => computation, {
      description:
        "Tính kinh phí luân chuyển\n\nWhat a program pays for a span of at most two years, line by line. " +
        "NO_RATE: something moved on a day without a rate; OUTSIDE_VALIDITY: or when the route was not in service; " +
        "BAD_INPUT: counts of a period that lies in the span only in part. Each names route and day.",
    })
    subsidyComputation(
      @Ctx() context: Context,
      @Arg("program", () => GraphQLID, { description: "The program." }) program: string,
      @Arg("from", () => DateScalar, { description: "The first day." }) from: string,
      @Arg("to", () => DateScalar, { description: "The last day, itself included." }) to: string,
      @Arg("claim", () => GraphQLID, {
        nullable: true,
        description:
          "As this claim of the program and the days was computed when it was submitted, to the đồng; one that is not submitted as it would be now.",
      })
      claim?: string | null,
      @Arg("adjusts", () => GraphQLID, {
        nullable: true,
        description: "What a claim that adjusts this approved one would claim now.",
      })
      adjusts?: string | null,
    ): Promise<ShownComputation> {
      const asked = { program, from, to, claim: claim ?? null, adjusts: adjusts ?? null };
      return refusing(() => subsidyComputation(context, asked));
    }
  }
  return [ComputationResolver];
}
