import { GraphQLID } from "graphql";
import { Field, ObjectType } from "type-graphql";
import type { ResourceTypes } from "../platform/graphql/build-schema";
import type { TypeClass } from "../platform/graphql/types";

const made = new WeakMap<ResourceTypes, TypeClass>();

/** The type by which figures name sectors: the same class for all resolvers of one schema. */
export function figureSectorType(types: ResourceTypes): TypeClass {
  const known = made.get(types) ?? makeType();
  made.set(types, known);
  return known;
}

function makeType(): TypeClass {
  @ObjectType("FigureSector", { description: "Lĩnh vực của một số liệu\n\nA sector as figures name it." })
  class FigureSector {
    @Field(() => GraphQLID, { description: "The sector's id." })
    id!: string;

    @Field(() => String, { description: "Its name in Vietnamese." })
    nameVi!: string;

    @Field(() => String, { nullable: true, description: "Its name in English." })
    nameEn!: string | null;
  }
  return FigureSector;
}
