import { GraphQLID, GraphQLInt } from "graphql";
import { GraphQLSafeInt } from "graphql-scalars";
import { Arg, Ctx, Field, InputType, ObjectType, Query, registerEnumType, Resolver } from "type-graphql";
import type { Context } from "../platform/context";
import { refusing } from "../platform/graphql/bind";
import type { ResourceTypes } from "../platform/graphql/build-schema";
import { DateScalar } from "../platform/graphql/scalars";
import { addField, words } from "../platform/graphql/types";
import { pageOf } from "../platform/planner/page";
import { declarationOf } from "../platform/registry/declare";
import { scoredTypes } from "../target/scored.types";
import { Count } from "./count.entity";
import { TOTAL_FIGURES } from "./count-totals.figures";
import { countTotals, type CountGroup, type CountTotalsFilter } from "./count-totals";
import { figureSectorType } from "./figure-sector.type";

const GROUPS: Record<CountGroup, string> = {
  AGENCY: "By the settling agency.",
  RECEPTION_UNIT: "By who received the dossiers.",
  SECTOR: "By the procedure's sector on the last day of the count's period.",
  PROCEDURE: "By procedure.",
  CHANNEL: "By channel: a line each for counter, post and online, whose figures of other channels are null.",
  LEVEL: "By the level the procedure was provided at online on the last day of the count's period; null where at none.",
  MONTH: "By the month of the period's last day.",
  PERIOD: "By reporting period.",
};

/** Sums of counts for reports and for reporting tools. */
export function countTotalsResolvers(types: ResourceTypes): (new () => object)[] {
  const { agency, procedure, period } = scoredTypes(types);
  const sector = figureSectorType(types);
  const [channel, scheme] = [types.enumOf("ChannelKind"), types.enumOf("LevelScheme")];
  const groups = Object.fromEntries(Object.keys(GROUPS).map((name) => [name, name]));
  registerEnumType(groups, {
    name: "CountGroup",
    description: "What totals of counts are told apart by.",
    valuesConfig: Object.fromEntries(Object.entries(GROUPS).map(([name, description]) => [name, { description }])),
  });

  @InputType("CountTotalsFilter", { description: "Which counts are summed; all conditions must hold." })
  class Filter implements CountTotalsFilter {
    @Field(() => DateScalar, { nullable: true, description: "Of periods that begin on the day or later." })
    from?: string | null;

    @Field(() => DateScalar, { nullable: true, description: "Of periods that end on the day or earlier." })
    to?: string | null;

    @Field(() => GraphQLID, { nullable: true, description: "Of one period." })
    period?: string | null;

    @Field(() => [GraphQLID], { nullable: true, description: "Settled by one of these agencies themselves." })
    agency?: string[] | null;

    @Field(() => [GraphQLID], { nullable: true, description: "Received by one of these." })
    receptionUnit?: string[] | null;

    @Field(() => GraphQLID, {
      nullable: true,
      description:
        "Settled by this agency or one below it, as the tree stands on `to`, else the period's last day, else today.",
    })
    under?: string | null;

    @Field(() => [GraphQLID], { nullable: true, description: "Of one of these procedures." })
    procedure?: string[] | null;

    @Field(() => [GraphQLID], { nullable: true, description: "Of procedures in one of these sectors." })
    sector?: string[] | null;

    @Field(() => channel, { nullable: true, description: "Only what came in or went out by this channel." })
    channel?: "COUNTER" | "POST" | "ONLINE" | null;

    @Field(() => GraphQLInt, { nullable: true, description: "Of procedures provided online at this level." })
    level?: number | null;

    @Field(() => scheme, { nullable: true, description: "Of procedures provided online at a level of this scheme." })
    levelScheme?: string | null;

    @Field(() => GraphQLID, {
      nullable: true,
      description: "Of procedures that stand in this catalog on `to`, else the period's last day, else today.",
    })
    catalog?: string | null;
  }

  @ObjectType("CountTotal", {
    description: "Tổng số hồ sơ\n\nSums of counts; what they are not told apart by is null.",
  })
  class Total {
    @Field(() => agency, { nullable: true, description: "Who settled the dossiers." })
    agency!: object | null;

    @Field(() => agency, { nullable: true, description: "Who received them." })
    receptionUnit!: object | null;

    @Field(() => sector, { nullable: true, description: "The sector." })
    sector!: object | null;

    @Field(() => procedure, { nullable: true, description: "The procedure." })
    procedure!: object | null;

    @Field(() => channel, { nullable: true, description: "The channel." })
    channel!: string | null;

    @Field(() => GraphQLInt, {
      nullable: true,
      description: "The level; null also where procedures are provided at none.",
    })
    level!: number | null;

    @Field(() => scheme, { nullable: true, description: "The decree that says what the level means." })
    levelScheme!: string | null;

    @Field(() => String, { nullable: true, description: "The month, for example 2019-06." })
    month!: string | null;

    @Field(() => period, { nullable: true, description: "The period." })
    period!: object | null;

    @Field(() => GraphQLSafeInt, { description: "How many counts are summed." })
    rows!: number;

    @Field(() => GraphQLSafeInt, { description: "In how many of them a figure of a channel is not reported." })
    blankRows!: number;
  }
  for (const name of TOTAL_FIGURES) addField(Total, name, GraphQLSafeInt, ABOUT.get(name)!, true);

  @ObjectType("CountTotalList", { description: "A page of totals." })
  class TotalList {
    @Field(() => [Total], { description: "The totals of the page, in the order of what they are told apart by." })
    items!: object[];

    @Field(() => GraphQLInt, { description: "How many totals there are." })
    total!: number;
  }

  @Resolver()
  class CountTotalsResolver {
    @Query(() => TotalList, {
      description:
        "Tổng hợp số liệu hồ sơ\n\nSums of counts by whatever they are to be told apart by. Blank figures are not summed. " +
        "Staff of agencies see the sums of the counts that they see.",
    })
    countTotals(
      @Ctx() context: Context,
      @Arg("groupBy", () => [groups], { description: "What they are told apart by; nothing gives one line for all." })
      groupBy: CountGroup[],
      @Arg("filter", () => Filter, { nullable: true, description: "Which counts are summed; all where absent." })
      filter?: CountTotalsFilter | null,
      @Arg("offset", () => GraphQLInt, { nullable: true, defaultValue: 0, description: "How many are passed over." })
      offset?: number | null,
      @Arg("limit", () => GraphQLInt, {
        nullable: true,
        defaultValue: 25,
        description: "How many at the most, up to 1000.",
      })
      limit?: number | null,
    ): Promise<object> {
      return refusing(async () => {
        const { items, total } = await countTotals(context, groupBy, filter ?? {}, pageOf(offset, limit));
        return { total, items: items.map(({ figures, ...key }) => ({ ...key, ...figures })) };
      });
    }
  }
  return [CountTotalsResolver];
}

/** What each figure is; a figure that is not reported of any count is 0, one of another channel than the line's is null. */
const ABOUT = new Map<string, string>([
  ["received", "Tổng số hồ sơ tiếp nhận\n\nDossiers received by the channels asked for."],
  ["returned", "Tổng số kết quả đã trả\n\nResults returned by the channels asked for."],
  ...declarationOf(Count).fields.map(({ name, about }): [string, string] => [name, words(about)]),
]);
