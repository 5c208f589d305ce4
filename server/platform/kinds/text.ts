import { clean } from "../text/clean";
import { bad, good, type ColumnType, type Engine, type Kind, type Parsed } from "./kind";

/** Binary comparison without padding on both engines: "a " is not "a". */
export const binaryText = (engine: Engine, length: number): ColumnType =>
  engine === "mariadb" ? { type: "varchar", length, collation: "utf8mb4_nopad_bin" } : { type: "varchar", length };

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Text as it is kept: NFC, every other byte as given, trailing spaces included. */
function cleanText(value: unknown, max: number): Parsed<string> {
  if (typeof value !== "string") return bad("notText");
  if (LONE_SURROGATE.test(value)) return bad("brokenText");
  const nfc = clean(value);
  // Code points, not UTF-16 units: the engines count a character beyond the BMP as one.
  const length = [...nfc].length;
  return length > max ? bad("tooLong", { max, length }, "LIMIT") : good(nfc);
}

/** Running text and names. `max` counts characters; more than 700 is stored as a large text. */
export function text(options: { max?: number; multiline?: boolean } = {}): Kind {
  const max = options.max ?? 500;
  const parse = (value: unknown): Parsed<string> => {
    const read = cleanText(value, max);
    // A zero byte would cut the text short in some clients of the database.
    return read.ok && read.value.includes("\u0000") ? bad("zeroByte") : read;
  };
  return {
    name: "text",
    graphql: "String",
    operators: ["eq", "ne", "in", "contains", "isNull"],
    max,
    multiline: options.multiline,
    column: (engine) =>
      max <= 700
        ? binaryText(engine, max)
        : engine === "mariadb"
          ? { type: "mediumtext", collation: "utf8mb4_nopad_bin" }
          : { type: "text" },
    parse,
    fromText: parse,
    toText: (value) => (value == null ? "" : String(value)),
  };
}

/** An official or chosen identifier: kept letter for letter ("0012" keeps its zeros), never padded, no control characters. */
export function code(options: { max?: number; pattern?: RegExp; shape?: string } = {}): Kind {
  const max = options.max ?? 50;
  const parse = (value: unknown): Parsed<string> => {
    const read = cleanText(value, max);
    if (!read.ok) return read;
    if (read.value === "") return bad("emptyCode");
    if (CONTROL.test(read.value) || /[\t\r\n]/.test(read.value)) return bad("controlInCode");
    if (read.value !== read.value.trim()) return bad("spaceAroundCode");
    if (options.pattern && !options.pattern.test(read.value)) return bad("codeShape", { shape: options.shape ?? "" });
    return read;
  };
  return {
    name: "code",
    graphql: "String",
    operators: ["eq", "ne", "in", "contains", "isNull"],
    max,
    pattern: options.pattern?.source,
    shape: options.shape,
    column: (engine) => binaryText(engine, max),
    parse,
    fromText: (typed) => parse(typed.trim()),
    toText: (value) => (value == null ? "" : String(value)),
  };
}

/** A password on its way in: never selected, never in a change row, a dry run or a log. What is stored is its hash. */
export function secret(options: { min?: number; max?: number } = {}): Kind {
  const min = options.min ?? 15;
  const max = options.max ?? 256;
  return {
    name: "secret",
    graphql: "String",
    operators: [],
    min,
    max,
    column: (engine) => binaryText(engine, 255),
    parse: (value) => {
      const read = cleanText(value, max);
      if (!read.ok) return read;
      return [...read.value].length < min ? bad("tooShort", { min }) : read;
    },
    fromText: () => bad("notTyped"),
    toText: () => "",
  };
}
