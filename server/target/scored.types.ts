import { GraphQLID } from "graphql";
import { Field, ObjectType } from "type-graphql";
import type { ResourceTypes } from "../platform/graphql/build-schema";
import type { TypeClass } from "../platform/graphql/types";
import { DateScalar } from "../platform/graphql/scalars";

/** An agency as figures name it. */
export interface ScoredAgency {
  id: string;
  code: string | null;
  nameVi: string;
  nameEn: string | null;
  kind: string | null;
  tier: string | null;
  parentId: string | null;
  isSplit: boolean;
  isDemo: boolean;
}

/** A procedure as figures name it. */
export interface ScoredProcedure {
  id: string;
  code: string | null;
  nameVi: string;
  nameEn: string | null;
  isDemo: boolean;
}

/** A reporting period as figures name it. */
export interface ScoredPeriod {
  id: string;
  name: string;
  firstDay: string;
  lastDay: string;
  dueOn: string | null;
  state: string | null;
}

interface ScoredTypes {
  agency: TypeClass;
  procedure: TypeClass;
  period: TypeClass;
}

const made = new WeakMap<ResourceTypes, ScoredTypes>();

/** The types by which every figure names agencies, procedures and periods: the same classes for all resolvers of one schema. */
export function scoredTypes(types: ResourceTypes): ScoredTypes {
  const known = made.get(types) ?? makeTypes(types);
  made.set(types, known);
  return known;
}

function makeTypes(types: ResourceTypes): ScoredTypes {
  const [kind, tier, state] = ["AgencyKind", "Tier", "PeriodState"].map((name) => types.enumOf(name));

  @ObjectType("ScoredAgency", {
    simpleResolvers: true,
    description: "Cơ quan của một số liệu\n\nAn agency as figures name it, by its words of the day.",
  })
  class AgencyOfFigure implements ScoredAgency {
    @Field(() => GraphQLID, { description: "The agency's id." })
    id!: string;

    @Field(() => String, { nullable: true, description: "Its code of the day." })
    code!: string | null;

    @Field(() => String, { description: "Its name of the day in Vietnamese." })
    nameVi!: string;

    @Field(() => String, { nullable: true, description: "Its name in English, where it has one." })
    nameEn!: string | null;

    @Field(() => kind, { nullable: true, description: "What it is on a dossier's way." })
    kind!: string | null;

    @Field(() => tier, { nullable: true, description: "The tier of the unit it is in charge of." })
    tier!: string | null;

    @Field(() => GraphQLID, { nullable: true, description: "The agency above it on the day." })
    parentId!: string | null;

    @Field(() => Boolean, {
      description:
        "A line of its own for an agency that ended by being split; it stands under the agency it was below.",
    })
    isSplit!: boolean;

    @Field(() => Boolean, { description: "Whether it is invented for the demo." })
    isDemo!: boolean;
  }

  @ObjectType("ScoredProcedure", {
    simpleResolvers: true,
    description: "Thủ tục của một số liệu\n\nA procedure as figures name it.",
  })
  class ProcedureOfFigure implements ScoredProcedure {
    @Field(() => GraphQLID, { description: "The procedure's id." })
    id!: string;

    @Field(() => String, { nullable: true, description: "Its national code of the day; null where there is none yet." })
    code!: string | null;

    @Field(() => String, { description: "Its name of the day in Vietnamese." })
    nameVi!: string;

    @Field(() => String, { nullable: true, description: "Its name of the day in English." })
    nameEn!: string | null;

    @Field(() => Boolean, { description: "Whether it is invented for the demo." })
    isDemo!: boolean;
  }

  @ObjectType("ScoredPeriod", {
    simpleResolvers: true,
    description: "Kỳ của một số liệu\n\nA reporting period as figures name it.",
  })
  class PeriodOfFigure implements ScoredPeriod {
    @Field(() => GraphQLID, { description: "The period's id." })
    id!: string;

    @Field(() => String, { description: "What it is called." })
    name!: string;

    @Field(() => DateScalar, { description: "Its first day." })
    firstDay!: string;

    @Field(() => DateScalar, { description: "Its last day, itself included." })
    lastDay!: string;

    @Field(() => DateScalar, { nullable: true, description: "The last day on which its counts are to be reported." })
    dueOn!: string | null;

    @Field(() => state, { nullable: true, description: "Open or closed." })
    state!: string | null;
  }

  return { agency: AgencyOfFigure, procedure: ProcedureOfFigure, period: PeriodOfFigure };
}
