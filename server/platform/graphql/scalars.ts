import { GraphQLScalarType, Kind as Ast, type ValueNode } from "graphql";
import { decimal, moment, parseDay, vnd, type Parsed } from "../kinds/all";
import { Refusal } from "../errors/refusal";

function scalar(name: string, description: string, parse: (value: unknown) => Parsed): GraphQLScalarType {
  const read = (value: unknown): unknown => {
    const parsed = parse(value);
    if (parsed.ok) return parsed.value;
    const { code, reason, values } = parsed.problem;
    throw new Refusal(code, name, values, reason);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => value,
    parseValue: read,
    parseLiteral: (node: ValueNode) => read(node.kind === Ast.STRING ? node.value : null),
  });
}

/** A local calendar day. */
export const DateScalar = scalar(
  "Date",
  "A calendar day in Asia/Ho_Chi_Minh, 'YYYY-MM-DD'. A day that does not exist is refused.",
  parseDay,
);

const aMoment = moment();
export const DateTimeScalar = scalar("DateTime", "A moment in UTC to the millisecond, ISO 8601 ending in Z.", (v) =>
  aMoment.parse(v),
);

const anAmount = vnd({ min: -9223372036854775807n });
export const VndScalar = scalar(
  "Vnd",
  "Money in whole đồng, 64 bits, as a decimal string so that no digit is lost.",
  (v) => anAmount.parse(v),
);

const aDecimal = decimal({ scale: 9, min: -1_000_000, max: 1_000_000 });
export const DecimalScalar = scalar(
  "Decimal",
  'An exact decimal number as a string with a point, for example "12.5": a percentage or points.',
  (v) => aDecimal.parse(v),
);

/** Any value of any kind, as change rows carry them. */
export const ValueScalar = new GraphQLScalarType({
  name: "Value",
  description: "A value as the API writes it: text, number, boolean, list, an image of fields, or null.",
  serialize: (value) => value,
});

export const SCALARS: Record<string, GraphQLScalarType> = {
  Date: DateScalar,
  DateTime: DateTimeScalar,
  Vnd: VndScalar,
  Decimal: DecimalScalar,
  Value: ValueScalar,
};
