import { GraphQLID, GraphQLInt } from "graphql";
import { Arg, Ctx, Field, ObjectType, Query, registerEnumType, Resolver } from "type-graphql";
import type { Context } from "../platform/context";
import { refusing } from "../platform/graphql/bind";
import type { ResourceTypes } from "../platform/graphql/build-schema";
import { DateScalar } from "../platform/graphql/scalars";
import { postedList } from "./posted-list";

const SCOPES = { PROVINCE: "PROVINCE", COUNTER: "COUNTER", AGENCY: "AGENCY" } as const;

/** The lists to be posted as the API gives them: the nouns' types are at hand only when the schema is made. */
export function postedListResolvers(types: ResourceTypes): (new () => object)[] {
  const [tier, leg, scheme, kind, certainty] = ["Tier", "Leg", "LevelScheme", "DecisionKind", "Certainty"].map((name) =>
    types.enumOf(name),
  );
  registerEnumType(SCOPES, {
    name: "PostedScope",
    description: "Which procedures the posted lists name.",
    valuesConfig: {
      PROVINCE: { description: "Every procedure of the province that is in force." },
      COUNTER: {
        description: "Those received at the counter of a committee: of its tier, and of the agencies it serves.",
      },
      AGENCY: { description: "Those that the agency settles, or an agency below it." },
    },
  });

  @ObjectType("PostedProcedure", { description: "Một dòng của danh mục niêm yết\n\nA line of a posted list." })
  class PostedProcedure {
    @Field(() => GraphQLID, { description: "The procedure's id." })
    id!: string;

    @Field(() => String, { nullable: true, description: "Its national code; null where there is none yet." })
    code!: string | null;

    @Field(() => String, { description: "Its name in Vietnamese." })
    nameVi!: string;

    @Field(() => String, { nullable: true, description: "Its name in English." })
    nameEn!: string | null;

    @Field(() => String, { description: "Its sector's name in Vietnamese." })
    sectorVi!: string;

    @Field(() => String, { nullable: true, description: "Its sector's name in English." })
    sectorEn!: string | null;

    @Field(() => String, {
      nullable: true,
      description: "The agency named as competent; null where every committee of the tiers is.",
    })
    agency!: string | null;

    @Field(() => [tier], { description: "The tiers that settle it." })
    tiers!: string[];

    @Field(() => [leg], { description: "The legs that go by post; none outside the list of those that do." })
    legs!: string[];

    @Field(() => Boolean, { description: "Whether a catalog of the day requires the applicant to be present." })
    presenceRequired!: boolean;

    @Field(() => GraphQLInt, { nullable: true, description: "The online level, in the list of online procedures." })
    level!: number | null;

    @Field(() => scheme, { nullable: true, description: "The decree that says what the level means." })
    levelScheme!: string | null;

    @Field(() => [String], { description: "The numbers of the Decisions that put it where it stands." })
    decisions!: string[];

    @Field(() => Boolean, { description: "Whether the line is invented for the demo." })
    isDemo!: boolean;
  }

  @ObjectType("PostedDecision", { description: "Căn cứ\n\nA document that the posted lists rest on." })
  class PostedDecision {
    @Field(() => GraphQLID, { description: "The Decision's id." })
    id!: string;

    @Field(() => String, { description: "Its number and symbol." })
    number!: string;

    @Field(() => kind, { description: "The kind of document." })
    kind!: string;

    @Field(() => String, { description: "Who issued it." })
    issuer!: string;

    @Field(() => DateScalar, { nullable: true, description: "The day it was signed." })
    issuedOn!: string | null;

    @Field(() => String, { description: "What it is about, in its own words." })
    title!: string;

    @Field(() => certainty, { nullable: true, description: "How sure the fact is; null where people entered it." })
    certainty!: string | null;
  }

  @ObjectType("PostedList", {
    description:
      "Danh mục niêm yết\n\nThe lists that an agency posts at its counter: Decision 45/2016/QĐ-TTg, Article 13. Every procedure stands in exactly one of byPost, presenceRequired and notListed.",
  })
  class PostedList {
    @Field(() => GraphQLID, {
      nullable: true,
      description: "The agency; null where the lists are the whole province's.",
    })
    agencyId!: string | null;

    @Field(() => String, { description: "Whose lists they are, as it is called on the day." })
    name!: string;

    @Field(() => String, { nullable: true, description: "The agency above it." })
    parentName!: string | null;

    @Field(() => SCOPES, { description: "Which procedures the lists name." })
    scope!: string;

    @Field(() => tier, { nullable: true, description: "The tier of the counter." })
    tier!: string | null;

    @Field(() => String, { nullable: true, description: "The committee for which the counter receives." })
    committeeName!: string | null;

    @Field(() => DateScalar, { description: "The day of the lists." })
    asOf!: string;

    @Field(() => [PostedProcedure], { description: "Procedures that can go by post, with their legs." })
    byPost!: PostedProcedure[];

    @Field(() => [PostedProcedure], { description: "Procedures for which the applicant must be present." })
    presenceRequired!: PostedProcedure[];

    @Field(() => [PostedProcedure], { description: "Procedures that no postal catalog lists." })
    notListed!: PostedProcedure[];

    @Field(() => [PostedProcedure], { description: "Procedures that can be done online, with their level." })
    online!: PostedProcedure[];

    @Field(() => [PostedDecision], { description: "The law, then the Decisions in the order in which they act." })
    grounds!: PostedDecision[];
  }

  @Resolver()
  class PostedListResolver {
    @Query(() => PostedList, {
      description: "The lists to be posted at an agency's counter as of a day; the whole province's without an agency.",
    })
    postedList(
      @Ctx() context: Context,
      @Arg("agency", () => GraphQLID, { nullable: true, description: "Whose counter." }) agency?: string | null,
      @Arg("asOf", () => DateScalar, {
        nullable: true,
        description: "The day; the working date or today where absent.",
      })
      asOf?: string | null,
    ): Promise<PostedList> {
      return refusing(() => postedList(context, agency ?? null, asOf ?? null));
    }
  }

  return [PostedListResolver];
}
