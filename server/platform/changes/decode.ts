import type { Row } from "../db/database";
import type { Field } from "../registry/registry";
import type { Values } from "./change";

/** Values of a row as the API writes them. */
export type Decode = (row: Row, beside: Values) => Values;

/**
 * The function that makes values of a driver's row, generated once per list of fields: objects of one shape, whose
 * properties stand where the engine expects them. `beside` are fields taken over from another row, an identity's fixed
 * ones beside those of its state. Only names of declared fields enter the text, as JSON strings.
 */
export function decoderOf(fields: readonly Field[], besides: readonly Field[], from: number): Decode {
  const decoders: ((stored: unknown) => unknown)[] = [];
  const taken = besides.map(({ name }) => `${JSON.stringify(name)}: b[${JSON.stringify(name)}]`);
  const decoded = fields.map(({ name, kind }, i) => {
    const value = `r[${from + i}]`;
    if (!kind.decode) return `${JSON.stringify(name)}: ${value}`;
    decoders.push(kind.decode);
    return `${JSON.stringify(name)}: d[${decoders.length - 1}](${value})`;
  });
  const make = new Function("d", `return (r, b) => ({ ${[...taken, ...decoded].join(", ")} });`) as (
    d: unknown,
  ) => Decode;
  return make(decoders);
}
