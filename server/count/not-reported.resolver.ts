import { GraphQLID, GraphQLInt } from "graphql";
import { Arg, Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../platform/context";
import { refusing } from "../platform/graphql/bind";
import type { ResourceTypes } from "../platform/graphql/build-schema";
import { pageOf } from "../platform/planner/page";
import { scoredTypes } from "../target/scored.types";
import { notReported, type NotReported, type SilentAgency } from "./not-reported";

/** Who has not reported a period. */
export function notReportedResolvers(types: ResourceTypes): (new () => object)[] {
  const { agency, period } = scoredTypes(types);

  @ObjectType("SilentAgency", { description: "Cơ quan chưa báo cáo\n\nAn agency whose report of a period is missing." })
  class SilentAgencyType {
    @Field(() => agency, { description: "The agency." })
    agency!: object;

    @Field(() => period, { nullable: true, description: "The last period before that it reported." })
    lastReported!: object | null;
  }

  @ObjectType("NotReported", {
    description: "Cơ quan chưa báo cáo kỳ\n\nWho has not reported a period, of those who reported before.",
  })
  class NotReportedType {
    @Field(() => period, { description: "The period." })
    period!: object;

    @Field(() => GraphQLInt, {
      nullable: true,
      description: "Days since the reports were due; null where no day is set.",
    })
    daysLate!: number | null;

    @Field(() => GraphQLInt, {
      description:
        "Agencies that are there on the period's last day and settled dossiers of a period in the twelve months before it.",
    })
    expected!: number;

    @Field(() => GraphQLInt, { description: "Those of them that have a count of the period, or of one within it." })
    reported!: number;

    @Field(() => GraphQLInt, { description: "Those of them that have none." })
    total!: number;

    @Field(() => [SilentAgencyType], { description: "Those that have none, in dictionary order." })
    items!: SilentAgency[];

    @Field(() => GraphQLInt, {
      description:
        "Agencies that settle procedures on the period's last day and have no count of any period until then.",
    })
    neverReported!: number;
  }

  @Resolver()
  class NotReportedResolver {
    @Query(() => NotReportedType, {
      description: "Who has not reported a period; staff of agencies see their own part.",
    })
    notReported(
      @Ctx() context: Context,
      @Arg("period", () => GraphQLID, { description: "The period." }) periodId: string,
      @Arg("offset", () => GraphQLInt, { nullable: true, defaultValue: 0, description: "How many are passed over." })
      offset?: number | null,
      @Arg("limit", () => GraphQLInt, {
        nullable: true,
        defaultValue: 25,
        description: "How many at the most, up to 1000.",
      })
      limit?: number | null,
    ): Promise<NotReported> {
      return refusing(async () => notReported(context, periodId, pageOf(offset, limit)));
    }
  }
  return [NotReportedResolver];
}
