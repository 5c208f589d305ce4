import type { Locale } from "../platform/kinds/kind";
import { date } from "../platform/kinds/time";
import type { PostedScope } from "./posted-list.rules";
import { sheetWords, type SheetWords } from "./posted-sheet-words.rules";

/** What the sheet needs to know of a line of a list. */
export interface SheetProcedure {
  code: string | null;
  nameVi: string;
  nameEn: string | null;
  sectorVi: string;
  sectorEn: string | null;
  agency: string | null;
  tiers: readonly string[];
  legs: readonly string[];
  presenceRequired: boolean;
  level: number | null;
  levelScheme: string | null;
  decisions: readonly string[];
  isDemo: boolean;
}

/** What the sheet needs to know of the lists of a place. */
export interface SheetData {
  name: string;
  parentName: string | null;
  scope: PostedScope;
  tier: string | null;
  committeeName: string | null;
  asOf: string;
  byPost: readonly SheetProcedure[];
  presenceRequired: readonly SheetProcedure[];
  notListed: readonly SheetProcedure[];
  online: readonly SheetProcedure[];
  grounds: readonly {
    number: string;
    kind: string;
    issuer: string;
    issuedOn: string | null;
    title: string;
    certainty: string | null;
  }[];
}

export interface SheetColumn {
  key: keyof SheetWords["columns"];
  label: string;
  /** Millimetres of the 160 between the margins of A4. */
  width: number;
  align: "left" | "center";
}

/** The lines of one sector below its band. */
export interface SheetBand {
  title: string;
  rows: { cells: string[]; isDemo: boolean }[];
}

export interface SheetSection {
  heading: string;
  /** 1 is a part of the sheet, 2 a list inside a part. */
  level: 1 | 2;
  /** Absent under the heading of a part that holds lists. */
  table?: { columns: SheetColumn[]; bands: SheetBand[] };
}

/** The sheet as it is printed, in the order from top to bottom: what the page and the document both draw. */
export interface Sheet {
  words: SheetWords;
  above: string | null;
  agency: string;
  asOf: string;
  grounds: string[];
  sections: SheetSection[];
  foot: string[];
}

type Column = SheetColumn["key"];

const WIDTHS: Record<Column, number> = {
  number: 10,
  code: 19,
  name: 0,
  agency: 27,
  send: 13,
  receive: 16,
  decision: 23,
  level: 14,
  scheme: 30,
};
const SHEET_WIDTH = 160;
const CENTRED: readonly Column[] = ["number", "code", "send", "receive", "level"];

const dayText = (day: string, language: Locale): string => date().toText(day, language);

/** `schemeName` is what people call a level scheme. */
export function sheetOf(data: SheetData, language: Locale, schemeName: (scheme: string) => string): Sheet {
  const words = sheetWords[language];
  const table = (procedures: readonly SheetProcedure[], columns: Column[]) =>
    tableOf(data, procedures, columns, words, language, schemeName);
  const titled = (heading: string, procedures: readonly SheetProcedure[]) =>
    `${heading} (${words.count(procedures.length)})`;
  const { byPost, presenceRequired, notListed, online } = data;
  return {
    words,
    above: data.parentName?.toLocaleUpperCase("vi") ?? null,
    agency: data.name.toLocaleUpperCase("vi"),
    asOf: words.asOf(dayText(data.asOf, language)),
    grounds: groundsOf(data, words, language),
    sections: [
      { heading: titled(words.byPost, byPost), level: 1, table: table(byPost, ["send", "receive", "decision"]) },
      { heading: titled(words.notByPost, [...presenceRequired, ...notListed]), level: 1 },
      { heading: titled(words.presence, presenceRequired), level: 2, table: table(presenceRequired, ["decision"]) },
      { heading: titled(words.notListed, notListed), level: 2, table: table(notListed, []) },
      { heading: titled(words.online, online), level: 1, table: table(online, ["level", "scheme", "decision"]) },
    ],
    foot: footOf(data, words),
  };
}

/** One ground a line, each ended by a semicolon and the last by a full stop. */
function groundsOf({ grounds }: SheetData, words: SheetWords, language: Locale): string[] {
  return grounds.map(({ kind, number, issuedOn, issuer, title, certainty }, index) => {
    const day = issuedOn && dayText(issuedOn, language);
    const said = words.ground(words.kinds[kind] ?? "", number, day, issuer, title);
    const mark = certainty === "DEMO" ? ` ${words.demoMark}` : "";
    return `${said}${mark}${index === grounds.length - 1 ? "." : ";"}`;
  });
}

function footOf(data: SheetData, words: SheetWords): string[] {
  const { scope, tier, committeeName, name } = data;
  const rule =
    scope === "COUNTER"
      ? words.rule.COUNTER(words.tier[tier ?? ""] ?? "", committeeName ?? name)
      : words.rule[scope](name);
  const lines = [data.byPost, data.presenceRequired, data.notListed, data.online].flat();
  const isDemo = lines.some((line) => line.isDemo) || data.grounds.some(({ certainty }) => certainty === "DEMO");
  return [rule, words.legs, words.presenceLaw, ...(isDemo ? [words.demo] : [])];
}

/** Who settles a procedure: the agency named, or the committees of its tiers. */
function settledBy({ agency, tiers }: SheetProcedure, words: SheetWords): string {
  return agency ?? words.everyCommittee(tiers.map((tier) => words.committees[tier] ?? tier).join(", "));
}

function tableOf(
  data: SheetData,
  procedures: readonly SheetProcedure[],
  own: Column[],
  words: SheetWords,
  language: Locale,
  schemeName: (scheme: string) => string,
): SheetSection["table"] {
  // Where everything is the agency's own its name would stand in every line.
  const named = procedures.some((line) => settledBy(line, words) !== data.name);
  const keys: Column[] = ["number", "code", "name", ...(named ? (["agency"] as const) : []), ...own];
  const rest = SHEET_WIDTH - keys.reduce((sum, key) => sum + WIDTHS[key], 0);
  const columns = keys.map((key): SheetColumn => ({
    key,
    label: words.columns[key],
    width: key === "name" ? rest : WIDTHS[key],
    align: CENTRED.includes(key) ? "center" : "left",
  }));
  const bands: SheetBand[] = [];
  procedures.forEach((line, index) => {
    const sector = language === "en" ? (line.sectorEn ?? line.sectorVi) : line.sectorVi;
    const title = words.band(sector);
    if (bands.at(-1)?.title !== title) bands.push({ title, rows: [] });
    const cells = keys.map((key) => cellOf(key, line, index + 1, words, language, schemeName));
    bands.at(-1)!.rows.push({ cells, isDemo: line.isDemo });
  });
  return { columns, bands };
}

function cellOf(
  key: Column,
  line: SheetProcedure,
  number: number,
  words: SheetWords,
  language: Locale,
  schemeName: (scheme: string) => string,
): string {
  switch (key) {
    case "number":
      return String(number);
    case "code":
      return line.code ?? words.noCode;
    case "name": {
      const name = language === "en" ? (line.nameEn ?? line.nameVi) : line.nameVi;
      return line.presenceRequired && line.legs.length > 0 ? `${name} (${words.presenceForOneLeg})` : name;
    }
    case "agency":
      return settledBy(line, words);
    case "send":
      return line.legs.includes("IN") ? "x" : "";
    case "receive":
      return line.legs.includes("OUT") ? "x" : "";
    case "decision":
      return line.decisions.join(", ");
    case "level":
      return line.level === null ? "" : String(line.level);
    case "scheme":
      return line.levelScheme === null ? "" : schemeName(line.levelScheme);
  }
}
