import { GraphQLID, GraphQLInt } from "graphql";
import { Arg, Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../platform/context";
import { refusing } from "../platform/graphql/bind";
import type { ResourceTypes } from "../platform/graphql/build-schema";
import { scoredTypes } from "../target/scored.types";
import { periodReporting, type PeriodReporting } from "./period-reporting";

/** How many agencies have reported, for a list of periods. */
export function periodReportingResolvers(types: ResourceTypes): (new () => object)[] {
  const { period } = scoredTypes(types);

  @ObjectType("PeriodReporting", {
    description:
      "Tình hình báo cáo của kỳ\n\nHow many agencies have reported a period, of those that were expected to.",
  })
  class PeriodReportingType {
    @Field(() => period, { description: "The period." })
    period!: object;

    @Field(() => GraphQLInt, { description: "Agencies that were expected to report it, as notReported counts them." })
    expected!: number;

    @Field(() => GraphQLInt, { description: "Those of them that have." })
    reported!: number;

    @Field(() => GraphQLInt, {
      nullable: true,
      description: "Days since the reports were due; null where no day is set.",
    })
    daysLate!: number | null;
  }

  @Resolver()
  class PeriodReportingResolver {
    @Query(() => [PeriodReportingType], {
      description:
        "How many agencies have reported each of these periods, up to 100 of them; staff of agencies see their own part.",
    })
    periodReporting(
      @Ctx() context: Context,
      @Arg("periods", () => [GraphQLID], { description: "The periods." }) periods: string[],
    ): Promise<PeriodReporting[]> {
      return refusing(() => periodReporting(context, periods));
    }
  }
  return [PeriodReportingResolver];
}
