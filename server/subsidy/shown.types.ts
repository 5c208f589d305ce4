import { GraphQLID } from "graphql";
import { Field, ObjectType } from "type-graphql";
import type { ResourceTypes } from "../platform/graphql/build-schema";
import type { TypeClass } from "../platform/graphql/types";

interface ShownTypes {
  /** A sentence in both languages. */
  words: TypeClass;
  /** Where a route begins or ends, or another agency by its name. */
  end: TypeClass;
  /** A transfer route with what its ends are called. */
  route: TypeClass;
}

const made = new WeakMap<ResourceTypes, ShownTypes>();

/** The types by which figures of transfer costs name routes and say sentences: the same classes for all resolvers of one schema. */
export function shownTypes(types: ResourceTypes): ShownTypes {
  const known = made.get(types) ?? makeTypes(types);
  made.set(types, known);
  return known;
}

function makeTypes(types: ResourceTypes): ShownTypes {
  const [direction, carrier] = ["TransferDirection", "TransferCarrier"].map((name) => types.enumOf(name));

  @ObjectType("BothLanguages", { simpleResolvers: true, description: "Lời hai thứ tiếng\n\nWords in both languages." })
  class BothLanguages {
    @Field(() => String, { description: "In Vietnamese." })
    vi!: string;

    @Field(() => String, { description: "In English." })
    en!: string;
  }

  @ObjectType("RouteEnd", { simpleResolvers: true, description: "Đầu tuyến\n\nWhere a route begins or ends." })
  class RouteEnd {
    @Field(() => GraphQLID, { description: "The agency's id." })
    id!: string;

    @Field(() => String, { description: "What it was called on the day." })
    name!: string;
  }

  @ObjectType("ComputedRoute", {
    simpleResolvers: true,
    description: "Tuyến luân chuyển của một số tiền\n\nA transfer route as figures of transfer costs name it.",
  })
  class ComputedRoute {
    @Field(() => GraphQLID, { description: "The route's id." })
    id!: string;

    @Field(() => String, { description: "Its code." })
    code!: string;

    @Field(() => RouteEnd, { description: "Where the dossiers leave." })
    from!: RouteEnd;

    @Field(() => RouteEnd, { description: "Where they arrive." })
    to!: RouteEnd;

    @Field(() => direction, { description: "Dossiers in, results out, or both." })
    direction!: string;

    @Field(() => carrier, { description: "Who carries them." })
    carrier!: string;
  }

  return { words: BothLanguages, end: RouteEnd, route: ComputedRoute };
}
