import { GraphQLInt } from "graphql";
import { GraphQLSafeInt } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { DateScalar } from "../../platform/graphql/scalars";
import { scoredTypes } from "../scored.types";
import { scorecardTypes } from "./scorecard.types";

/** The types of what could be done: what closes a gap, and what a change of a catalog would do. */
export function takeTypes(types: ResourceTypes) {
  const { agency, procedure } = scoredTypes(types);
  const { criterion, fraction, scorecard } = scorecardTypes(types);
  const measure = types.enumOf("Measure");
  const leg = types.enumOf("Leg");

  @ObjectType("TakeStep", {
    simpleResolvers: true,
    description: "Một việc để đạt chỉ tiêu\n\nA procedure whose dossiers may lawfully go by the criterion's channel.",
  })
  class TakeStep {
    @Field(() => procedure, { description: "The procedure." })
    procedure!: object;

    @Field(() => agency, {
      description: "The agency that has the dossiers; of a criterion about procedures the one that has most.",
    })
    agency!: object;

    @Field(() => leg, {
      description: "The leg that may lawfully go by the channel; where both may, that of the dossier's coming in.",
    })
    leg!: string;

    @Field(() => GraphQLSafeInt, {
      description: "Dossiers at the counter in the span: received there, or returned there where the leg is OUT.",
    })
    counterReceived!: number;

    @Field(() => GraphQLSafeInt, {
      description: "What the step adds to the numerator: of dossiers as many as are needed.",
    })
    gain!: number;

    @Field(() => GraphQLSafeInt, { description: "What the steps up to this one add." })
    cumulative!: number;

    @Field(() => DateScalar, {
      nullable: true,
      description: "Since when the channel is open to the leg; what was always open is so since the span's first day.",
    })
    lawfulFrom!: string;

    @Field(() => String, { description: "Why it stands here, as a sentence in Vietnamese." })
    reasonVi!: string;

    @Field(() => String, { description: "Why it stands here, as a sentence in English." })
    reasonEn!: string;
  }

  @ObjectType("WhatWouldItTake", {
    simpleResolvers: true,
    description: "Cần làm gì để đạt\n\nThe smallest list that closes a missed target.",
  })
  class WhatWouldItTake {
    @Field(() => criterion, { description: "The criterion as it stands." })
    criterion!: object;

    @Field(() => agency, { nullable: true, description: "The agency; null for the province." })
    agency!: object | null;

    @Field(() => measure, { description: "Whether procedures or dossiers are short." })
    measure!: string;

    @Field(() => GraphQLSafeInt, {
      nullable: true,
      description: "What is short by the reading asked for; 0 where it is met, null where it does not apply.",
    })
    shortfall!: number | null;

    @Field(() => Boolean, { description: "Whether the list closes it." })
    closes!: boolean;

    @Field(() => fraction, { nullable: true, description: "The ratio once all of the list is done." })
    after!: object | null;

    @Field(() => [TakeStep], { description: "The steps, the largest first; at most 200 are shown." })
    items!: TakeStep[];

    @Field(() => GraphQLInt, { description: "How many could be done, whether or not they are needed." })
    candidates!: number;
  }

  @ObjectType("ProvinceEffect", {
    simpleResolvers: true,
    description: "Tác động đến toàn tỉnh\n\nThe province before and after.",
  })
  class ProvinceEffect {
    @Field(() => scorecard, { description: "As the catalog is." })
    before!: object;

    @Field(() => scorecard, { description: "As it would be." })
    after!: object;
  }

  @ObjectType("AgencyEffect", {
    simpleResolvers: true,
    description: "Tác động đến một cơ quan\n\nAn agency before and after.",
  })
  class AgencyEffect {
    @Field(() => agency, { description: "The agency." })
    agency!: object;

    @Field(() => scorecard, { description: "As the catalog is." })
    before!: object;

    @Field(() => scorecard, { description: "As it would be." })
    after!: object;
  }

  @ObjectType("CatalogEffect", {
    simpleResolvers: true,
    description: "Tác động của thay đổi danh mục\n\nWhat a change of a catalog would do to the scores.",
  })
  class CatalogEffect {
    @Field(() => ProvinceEffect, {
      description: "The province; for people bound to a part of it, the top of their part.",
    })
    province!: ProvinceEffect;

    @Field(() => [AgencyEffect], { description: "The agencies of the page of which any figure changes." })
    items!: AgencyEffect[];

    @Field(() => GraphQLInt, { description: "How many there are, on all pages." })
    total!: number;
  }

  return { take: WhatWouldItTake, effect: CatalogEffect };
}
