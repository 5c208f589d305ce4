import naughty from "big-list-of-naughty-strings";
import fc from "fast-check";
import type { Kind } from "../../../server/platform/kinds/kind";
import type { Field, Registry, Resource } from "../../../server/platform/registry/registry";

/** Texts of every sort that a person or a program may have put into a row. */
const TEXTS = (naughty as string[]).filter(
  (text) => text !== "" && !text.includes("\0") && !/\p{Surrogate}/u.test(text),
);
const TRAPS = [
  "=1+1",
  "'=1",
  "''=x",
  "-5",
  "+84",
  "@a",
  "\tx",
  "\rx",
  " a ",
  "a;b",
  "a, b",
  "x [y]",
  "[#7]",
  "_x000D_",
  "1.000",
  "001",
  "TRUE",
  "43666",
  "20/7/2019",
  "Có",
  "—",
];

function text(max: number): fc.Arbitrary<string> {
  return fc
    .oneof(
      fc.constantFrom(...TEXTS, ...TRAPS),
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.constantFrom("Thủ tục", "Đăng ký khai sinh", "hộ tịch").chain((a) => fc.nat(5).map((n) => `${a} ${n}`)),
    )
    .map((drawn) => [...drawn].slice(0, max).join("").replaceAll("\0", ""));
}

const day = fc
  .date({ min: new Date("0002-01-01"), max: new Date("9990-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function valueOf(kind: Kind, ids: (single: string) => string[]): fc.Arbitrary<unknown> | null {
  switch (kind.name) {
    case "text":
      return text(Math.min(kind.max ?? 500, 700));
    case "code":
      if (kind.pattern) return null;
      return text(kind.max ?? 50).map((drawn) => drawn.replace(/[\p{Cc}]/gu, "").trim() || "A1");
    case "choice":
      return fc.constantFrom(...kind.choices!.map((choice) => choice.value));
    case "list": {
      const of = valueOf(kind.of!, ids);
      return of && fc.uniqueArray(of, { maxLength: 3 });
    }
    case "int":
      return fc.integer({ min: Math.max(kind.min ?? 0, 0), max: kind.max ?? 2_000_000_000 });
    case "decimal":
      return fc
        .integer({ min: (kind.min ?? 0) * 10 ** kind.scale!, max: (kind.max ?? 1_000) * 10 ** kind.scale! })
        .map((n) => String(n / 10 ** kind.scale!));
    case "vnd":
      return fc
        .oneof(fc.bigInt({ min: 0n, max: 9_223_372_036_854_775_807n }), fc.bigInt({ min: 0n, max: 5_000_000n }))
        .map(String);
    case "date":
      return day;
    case "bool":
      return fc.boolean();
    case "ref": {
      const known = ids(kind.target!);
      return known.length > 0 ? fc.constantFrom(...known) : null;
    }
    default:
      return null;
  }
}

const isWritten = (field: Field): boolean => field.write !== "never" && !["secret", "json"].includes(field.kind.name);

/** A new row of a resource with any values that its kinds let through; its rules may still refuse it. */
export function rowOf(resource: Resource, ids: (single: string) => string[]): fc.Arbitrary<Record<string, unknown>> {
  const model: Record<string, fc.Arbitrary<unknown>> = {};
  for (const field of resource.fields.filter(isWritten)) {
    const value = valueOf(field.kind, ids);
    if (value) model[field.name] = field.required ? value : fc.option(value, { freq: 3 });
    else if (!field.required) model[field.name] = fc.constant(null);
  }
  return fc.record(model);
}

/** The resources that people write, those that others point to first. */
export const writtenResources = (registry: Registry): Resource[] =>
  registry.resources.filter((r) => r.root && !r.readOnly);

/** What a file of a resource can hold: every field that is read, the computed ones too. */
export const allFields = (resource: Resource): string[] => [
  ...resource.fields.filter((f) => !["secret", "json"].includes(f.kind.name)).map((f) => f.name),
  ...resource.figures.map((f) => f.name),
];
