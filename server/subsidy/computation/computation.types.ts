import { GraphQLID, GraphQLInt } from "graphql";
import { GraphQLSafeInt } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { DateScalar, DecimalScalar, VndScalar } from "../../platform/graphql/scalars";
import type { TypeClass } from "../../platform/graphql/types";
import { shownTypes } from "../shown.types";

/** The type of what a program pays for a span, line by line. */
export function computationType(types: ResourceTypes): TypeClass {
  const { words, route } = shownTypes(types);
  const [rateUnit, source, capPer] = ["TransferRateUnit", "QuantitySource", "CapPer"].map((name) => types.enumOf(name));

  @ObjectType("ComputedRate", { simpleResolvers: true, description: "Đơn giá được tính\n\nThe rate of a line." })
  class ComputedRate {
    @Field(() => GraphQLID, { description: "The transfer rate's id." })
    id!: string;

    @Field(() => rateUnit, { description: "Per dossier, trip or month." })
    rateUnit!: string;

    @Field(() => VndScalar, { description: "For one unit, in đồng, VAT included, as the line was reckoned." })
    amountVnd!: string;

    @Field(() => DateScalar, { nullable: true, description: "The first day it holds; null where it always did." })
    validFrom!: string | null;

    @Field(() => DateScalar, {
      nullable: true,
      description: "The first day it no longer holds; null where it has no end.",
    })
    validTo!: string | null;

    @Field(() => String, { nullable: true, description: "The contract or annex that agreed it." })
    contract!: string | null;

    @Field(() => String, { nullable: true, description: "The number of the Decision that set it." })
    decision!: string | null;

    @Field(() => GraphQLInt, { nullable: true, description: "How many dossiers make a trip where counts are paid." })
    dossiersPerTrip!: number | null;
  }

  @ObjectType("DaySpan", {
    simpleResolvers: true,
    description: "Khoảng ngày\n\nDays from one to another, both included.",
  })
  class DaySpan {
    @Field(() => DateScalar, { description: "The first day." })
    from!: string;

    @Field(() => DateScalar, { description: "The last day, itself included." })
    to!: string;
  }

  @ObjectType("SubsidyComputationLine", {
    simpleResolvers: true,
    description:
      "Dòng tính\n\nA claim period, a route and a rate with the days on which both held in it: what it comes to and how.",
  })
  class SubsidyComputationLine {
    @Field(() => GraphQLInt, { description: "Its place, from 1." })
    position!: number;

    @Field(() => route, { description: "The route." })
    route!: object;

    @Field(() => ComputedRate, { description: "The rate." })
    rate!: ComputedRate;

    @Field(() => DaySpan, { description: "The claim period, cut to the span." })
    window!: DaySpan;

    @Field(() => DateScalar, { description: "The first day on which route and rate held." })
    from!: string;

    @Field(() => DateScalar, { description: "The last one." })
    to!: string;

    @Field(() => GraphQLSafeInt, { description: "Dossiers moved in these days, also where trips or months are paid." })
    dossiers!: number;

    @Field(() => DecimalScalar, {
      description:
        "How many dossiers, trips or months; months to six decimals, for show. Negative where they are taken back.",
    })
    quantity!: string;

    @Field(() => DecimalScalar, { description: "The share that is paid, in percent." })
    share!: string;

    @Field(() => VndScalar, { description: "Rate × quantity: what it costs." })
    grossVnd!: string;

    @Field(() => VndScalar, { description: "Rate × quantity × share, before the cap." })
    wantedVnd!: string;

    @Field(() => VndScalar, { description: "What is paid." })
    amountVnd!: string;

    @Field(() => Boolean, { description: "The cap left less than wanted." })
    isCut!: boolean;

    @Field(() => VndScalar, {
      nullable: true,
      description: "What the cap had left for the line; null without a cap, and on lines that take back.",
    })
    capFreeVnd!: string | null;

    @Field(() => GraphQLSafeInt, {
      nullable: true,
      description: "How many hand-overs it is made of; null where counts are paid, and on lines that take back.",
    })
    handOvers!: number | null;

    @Field(() => GraphQLSafeInt, {
      nullable: true,
      description: "How many of them were moved later than Decree 61/2018 says; no amount depends on it.",
    })
    lateHandOvers!: number | null;

    @Field(() => Boolean, { description: "Takes back what an approved claim had, in an adjusting claim." })
    isReversal!: boolean;

    @Field(() => words, { description: "The sum, to be done again by hand." })
    explanation!: object;
  }

  @ObjectType("ComputationLeftOut", {
    simpleResolvers: true,
    description: "Phần không tính\n\nRecords of the span and the routes that nothing is paid for.",
  })
  class ComputationLeftOut {
    @Field(() => GraphQLSafeInt, { description: "Hand-overs that a side has not signed." })
    unsigned!: number;

    @Field(() => GraphQLSafeInt, { description: "Hand-overs that somebody else than the route's carrier carried." })
    otherCarrier!: number;

    @Field(() => GraphQLSafeInt, { description: "Counts in which a carried channel's figure is not reported." })
    notReported!: number;
  }

  @ObjectType("OpenPeriod", { simpleResolvers: true, description: "Kỳ chưa khóa\n\nA reporting period that is open." })
  class OpenPeriod {
    @Field(() => GraphQLID, { description: "The period's id." })
    id!: string;

    @Field(() => String, { description: "What it is called." })
    name!: string;

    @Field(() => DateScalar, { description: "Its first day." })
    firstDay!: string;

    @Field(() => DateScalar, { description: "Its last day, itself included." })
    lastDay!: string;
  }

  @ObjectType("SubsidyComputation", {
    simpleResolvers: true,
    description: "Bảng tính kinh phí luân chuyển\n\nWhat a program pays for a span of days, line by line.",
  })
  class SubsidyComputation {
    @Field(() => DateScalar, { description: "The first day." })
    from!: string;

    @Field(() => DateScalar, { description: "The last day, itself included." })
    to!: string;

    @Field(() => [SubsidyComputationLine], {
      description: "By claim period, route code and day; also where nothing moved.",
    })
    lines!: SubsidyComputationLine[];

    @Field(() => VndScalar, { description: "The sum of what its lines are paid." })
    totalVnd!: string;

    @Field(() => VndScalar, { description: "The sum of what they cost." })
    grossVnd!: string;

    @Field(() => VndScalar, { nullable: true, description: "The program's cap; null where there is none." })
    capVnd!: string | null;

    @Field(() => capPer, { description: "Whether the cap is of a claim period or of the year." })
    capPer!: string;

    @Field(() => source, { description: "Whether hand-overs or counts are paid." })
    quantityFrom!: string;

    @Field(() => Boolean, { description: "Computed again from what a claim kept when it was submitted." })
    isPinned!: boolean;

    @Field(() => Boolean, { description: "Some of it can still change, so that it cannot be claimed yet." })
    isOpen!: boolean;

    @Field(() => [OpenPeriod], { description: "The reporting periods to be closed first." })
    openPeriods!: OpenPeriod[];

    @Field(() => DateScalar, {
      nullable: true,
      description: "The first day in no closed period; null where there is none.",
    })
    openDay!: string | null;

    @Field(() => ComputationLeftOut, { description: "What is not paid." })
    leftOut!: ComputationLeftOut;

    @Field(() => words, { description: "How amounts are rounded." })
    rounding!: object;
  }

  return SubsidyComputation;
}
