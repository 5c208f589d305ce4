import { GraphQLID, GraphQLInt, type GraphQLScalarType } from "graphql";
import { Field, InputType, registerEnumType } from "type-graphql";
import type { Kind, Operator } from "../kinds/kind";
import type { Label } from "../registry/declare";
import type { Field as ResourceField, Registry } from "../registry/registry";
import { SCALARS } from "./scalars";

/** A class that stands for a GraphQL type: type-graphql's decorators are called on it as functions. */
export type TypeClass = new () => object;
type Made = TypeClass | GraphQLScalarType | object | [Made];

export const words = (label: Label): string => `${label.vi}\n\n${label.en}`;

/** Makes a named class; type-graphql keeps its metadata by class. */
export function typeClass(name: string): TypeClass {
  return { [name]: class {} }[name] as TypeClass;
}

export function addField(target: TypeClass, name: string, type: Made, description: string, nullable: boolean): void {
  Field(() => type as never, { nullable, description, name })(target.prototype, name);
}

const OPERATOR_WORDS: Record<Operator, string> = {
  eq: "Equal to the value; null means without a value.",
  ne: "Not equal to the value; rows without a value are included.",
  in: "Equal to one of the values, at most 1000.",
  lt: "Less than the value. An open beginning comes before every date.",
  lte: "Less than or equal to the value. An open beginning comes before every date.",
  gt: "Greater than the value. An open end comes after every date.",
  gte: "Greater than or equal to the value. An open end comes after every date.",
  contains: "Holds the text, letter for letter.",
  isNull: "Has no value (true) or has one (false).",
  has: "The list holds the value.",
};

/** The API's types that kinds need: enums, scalars and the filter input of each sort of value. Made once, before fields are. */
export class KindTypes {
  private readonly enums = new Map<string, object>();
  private readonly filters = new Map<string, TypeClass>();

  constructor(registry: Registry) {
    for (const { fields, figures } of registry.resources)
      for (const { kind } of [...fields, ...figures]) this.enumOf(kind);
  }

  /** The GraphQL type of a kind's values. */
  of(kind: Kind): Made {
    if (kind.of) return [this.of(kind.of)];
    if (kind.enumName) return this.enumOf(kind)!;
    return this.scalar(kind.graphql);
  }

  /** The filter input for a kind's values; references have theirs made per target. */
  filter(kind: Kind): TypeClass {
    const named = kind.of ? `${kind.of.graphql}List` : kind.graphql;
    const name = `${named}Filter`;
    const known = this.filters.get(name);
    if (known) return known;
    const made = typeClass(name);
    this.filters.set(name, made);
    InputType(name, {
      description: `Conditions on ${kind.of ? "a list of " : ""}${kind.of?.graphql ?? kind.graphql} values; all given must hold.`,
    })(made);
    const value = this.of(kind.of ?? kind);
    for (const operator of kind.operators) this.addOperator(made, operator, value);
    return made;
  }

  addOperator(target: TypeClass, operator: Operator, value: Made): void {
    const type = operator === "isNull" ? Boolean : operator === "in" ? ([value] as [Made]) : value;
    addField(target, operator, type, OPERATOR_WORDS[operator], true);
  }

  /** An enum by its name in the API. */
  enumNamed(name: string): object {
    return this.enums.get(name)!;
  }

  private enumOf(kind: Kind): object | undefined {
    if (kind.of) return this.enumOf(kind.of);
    if (!kind.enumName) return undefined;
    const known = this.enums.get(kind.enumName);
    if (known) return known;
    const values = Object.fromEntries(kind.choices!.map((c) => [c.value, c.value]));
    registerEnumType(values, {
      name: kind.enumName,
      description: kind.choices!.map((c) => c.vi).join(" · "),
      valuesConfig: Object.fromEntries(kind.choices!.map((c) => [c.value, { description: words(c) }])),
    });
    this.enums.set(kind.enumName, values);
    return values;
  }

  private scalar(name: string): Made {
    if (name in SCALARS) return SCALARS[name];
    return {
      ID: GraphQLID,
      Int: GraphQLInt,
      Boolean: Boolean as unknown as GraphQLScalarType,
      String: String as unknown as GraphQLScalarType,
    }[name]!;
  }
}

export const describe = (field: ResourceField): string => words(field.about);
