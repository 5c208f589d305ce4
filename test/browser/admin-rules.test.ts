import { readFileSync } from "node:fs";
import { join } from "node:path";
import englishMessages from "ra-language-english";
import { difference, steps } from "../../admin/catalog/difference";
import type { Entry, EntryDecision } from "../../admin/catalog/entries.graphql";
import type { UndoingSet } from "../../admin/change/change.graphql";
import { undoneRows, withSiblings } from "../../admin/change/undone-rows";
import { threeLists } from "../../admin/decision/lists";
import { allPages } from "../../admin/platform/data/all-pages";
import { inputValue, problemsByField } from "../../admin/platform/data/changes";
import {
  dayBefore,
  formatDate,
  formatMoment,
  formatNumber,
  formatVnd,
  readDate,
  today,
  yearBefore,
} from "../../admin/platform/format";
import { reactAdminVi } from "../../admin/platform/i18n/react-admin.vi";
import type { ModelField } from "../../admin/platform/model";
import { tokens } from "../../admin/platform/tokens";

describe("the tokens", () => {
  it("as values are those of tokens.css", () => {
    const css = readFileSync(join(__dirname, "../../admin/platform/tokens.css"), "utf8");
    const root = /:root\s*\{([\s\S]*?)\n\}/.exec(css)![1]!.replace(/\/\*[\s\S]*?\*\//g, "");
    const declared = Object.fromEntries(
      [...root.matchAll(/(--[\w-]+)\s*:\s*([^;]+);/g)].map(([, name, value]) => [
        name,
        value!.trim().replace(/\s+/g, " "),
      ]),
    );
    expect(tokens).toEqual(declared);
  });
});

describe("the Vietnamese messages of react-admin", () => {
  const keys = (value: object, path = ""): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === "object" ? keys(inner as object, `${path}${key}.`) : [`${path}${key}`],
    );

  it("have every key of the English ones and no other", () => {
    expect(keys(reactAdminVi).sort()).toEqual(keys(englishMessages).sort());
  });

  it("use the same placeholders", () => {
    const holes = (text: string): string[] => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort();
    const at = (messages: object, path: string): string =>
      path.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], messages) as string;
    for (const path of keys(englishMessages)) {
      const allowed = holes(at(englishMessages, path));
      for (const hole of holes(at(reactAdminVi, path)))
        expect([path, allowed]).toEqual([path, expect.arrayContaining([hole])]);
    }
  });
});

describe("numbers and dates", () => {
  it("are grouped as each language does, with a true minus", () => {
    expect(formatNumber("1234567", "vi")).toBe("1.234.567");
    expect(formatNumber(1234567, "en")).toBe("1,234,567");
    expect(formatNumber("-5000", "vi")).toBe("−5.000");
    expect(formatVnd("9007199254740993", "vi")).toBe("9.007.199.254.740.993 đ");
  });

  it("put the day first in both languages", () => {
    expect(formatDate("2019-07-20")).toBe("20/7/2019");
    expect(formatDate(null)).toBe("");
  });

  it("read what people type, and say how many days the month has", () => {
    expect(readDate(" 20/7/2019 ")).toEqual({ kind: "date", value: "2019-07-20" });
    expect(readDate("2019-07-20")).toEqual({ kind: "date", value: "2019-07-20" });
    expect(readDate("30/2/2019")).toEqual({ kind: "absent", month: 2, year: 2019, days: 28 });
    expect(readDate("29/2/2020")).toEqual({ kind: "date", value: "2020-02-29" });
    expect(readDate("mười ngày")).toEqual({ kind: "unreadable" });
    expect(readDate("1/13/2019")).toEqual({ kind: "unreadable" });
    expect(readDate("")).toEqual({ kind: "empty" });
  });

  it("follow the office's clock, whatever the machine's", () => {
    expect(formatMoment("2019-07-19T18:05:00.000Z")).toBe("1:05, 20/7/2019");
    expect(today(new Date("2019-07-19T18:05:00.000Z"))).toBe("2019-07-20");
  });

  it("step over leap days and years", () => {
    expect(yearBefore("2020-02-29")).toBe("2019-02-28");
    expect(dayBefore("2020-03-01")).toBe("2020-02-29");
    expect(dayBefore("2019-01-01")).toBe("2018-12-31");
  });
});

const issuing: EntryDecision = { id: "1", number: "1320/QĐ-UBND", actsFrom: "2017-07-18", certainty: null };
const amending: EntryDecision = { id: "2", number: "MH-03/QĐ-UBND", actsFrom: "2019-03-04", certainty: "DEMO" };

let made = 0;
function entry(procedure: string, by: EntryDecision, until: EntryDecision | null, more: Partial<Entry> = {}): Entry {
  return {
    id: `e${++made}`,
    catalog: { id: "c" },
    procedure: { id: procedure, code: null, nameVi: procedure, nameEn: null, agency: null, tiers: [] },
    groupName: null,
    legs: ["IN", "OUT"],
    level: null,
    addedBy: by,
    removedBy: until,
    replaces: null,
    validFrom: by.actsFrom,
    validTo: until?.actsFrom ?? null,
    certainty: null,
    ...more,
  };
}

describe("a catalog on two days", () => {
  const kept = entry("kept", issuing, null);
  const before = entry("amended", issuing, amending, { legs: ["IN", "OUT"] });
  const after = entry("amended", amending, null, { legs: ["OUT"] });
  const gone = entry("gone", issuing, amending);
  const come = entry("come", amending, null);
  const entries = [kept, before, after, gone, come];

  it("counts what came, went, changed and stayed", () => {
    const result = difference(entries, "2018-07-20", "2019-07-20");
    expect(result).toEqual({
      before: 3,
      after: 3,
      added: [come],
      removed: [gone],
      amended: [{ before, after }],
      same: 1,
    });
    expect(result.before + result.added.length - result.removed.length).toBe(result.after);
  });

  it("changes on the day the Decision acts, not on the day before", () => {
    expect(difference(entries, "2018-07-20", "2019-03-03").added).toEqual([]);
    expect(difference(entries, "2018-07-20", "2019-03-04").added).toEqual([come]);
  });

  it("can be compared backwards", () => {
    const result = difference(entries, "2019-07-20", "2018-07-20");
    expect([result.added, result.removed]).toEqual([[gone], [come]]);
  });

  it("calls an order of legs no change", () => {
    const first = entry("same", issuing, amending, { legs: ["IN", "OUT"] });
    const second = entry("same", amending, null, { legs: ["OUT", "IN"] });
    expect(difference([first, second], "2018-07-20", "2019-07-20").amended).toEqual([]);
  });

  it("tells what each Decision did", () => {
    expect(
      steps(entries).map(({ decision, added, removed, amended }) => [decision.number, added, removed, amended]),
    ).toEqual([
      ["1320/QĐ-UBND", 3, 0, 0],
      ["MH-03/QĐ-UBND", 1, 1, 1],
    ]);
  });
});

describe("the three lists of a Decision", () => {
  it("put a procedure that was closed and opened in one catalog among the amended", () => {
    const closed = entry("a", issuing, amending);
    const opened = entry("a", amending, null, { legs: ["OUT"] });
    const elsewhere = entry("a", amending, null, { catalog: { id: "other" } });
    expect(threeLists([opened, elsewhere], [closed])).toEqual({
      issued: [elsewhere],
      amended: [{ entry: opened, before: closed }],
      abolished: [],
    });
  });

  it("do not list a replaced procedure again as abolished", () => {
    const closed = entry("old", issuing, amending);
    const opened = entry("new", amending, null, { replaces: { id: "old", nameVi: "old", nameEn: null } });
    const abolished = entry("gone", issuing, amending);
    expect(threeLists([opened], [closed, abolished])).toEqual({
      issued: [],
      amended: [{ entry: opened, before: closed }],
      abolished: [abolished],
    });
  });
});

describe("values on their way to a change", () => {
  const field = (kind: ModelField["kind"]): ModelField =>
    ({ name: "f", kind, label: { vi: "", en: "" }, about: { vi: "", en: "" } }) as ModelField;

  it("keep money as text, so that no đồng is lost", () => {
    expect(inputValue(field({ name: "vnd" }), "9007199254740993")).toBe("9007199254740993");
  });

  it("write references by id and blanks as null", () => {
    expect(inputValue(field({ name: "ref", target: "agency" }), { id: "12", name: "Sở Tư pháp" })).toBe("12");
    expect(inputValue(field({ name: "text" }), "")).toBeNull();
    expect(inputValue(field({ name: "int" }), "5")).toBe(5);
  });

  it("become problems keyed by column, in the reader's language", () => {
    const problem = { index: 0, id: null, code: "NOT_UNIQUE", messageVi: "Trùng", messageEn: "Taken" };
    expect(problemsByField([{ ...problem, field: "code" }], "vi")).toEqual({ code: "Trùng" });
    expect(problemsByField([{ ...problem, field: null }], "en")).toEqual({ root: { serverError: "Taken" } });
  });
});

describe("lists longer than one answer", () => {
  const rows = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => ({ id: `${prefix}${n}` }));
  const listsOf = (lengths: number[], size: number, asked: number[]) => (offset: number) => {
    asked.push(offset);
    return Promise.resolve(
      lengths.map((length, at) => ({ items: rows(`${at}.`, length).slice(offset, offset + size), total: length })),
    );
  };

  it("are read to their ends, page by page", async () => {
    const asked: number[] = [];
    const lists = await allPages(listsOf([25, 0, 9], 10, asked), (answer) => answer);
    expect(lists.map((list) => list.items.length)).toEqual([25, 0, 9]);
    expect(lists[0]!.items.at(-1)).toEqual({ id: "0.24" });
    expect(asked).toEqual([0, 10, 20]);
  });

  it("are asked once where one answer holds them", async () => {
    const asked: number[] = [];
    await allPages(listsOf([10, 0], 10, asked), (answer) => answer);
    await allPages(listsOf([0], 10, asked), (answer) => answer);
    expect(asked).toEqual([0, 0]);
  });

  it("take no row twice and end though rows go meanwhile", async () => {
    const pages = [rows("a", 10), [...rows("a", 10).slice(9), { id: "b" }], []];
    const [list] = await allPages(
      () => Promise.resolve([{ items: pages.shift()!, total: 12 }]),
      (answer) => answer,
    );
    expect(list!.items.map((item) => item.id)).toEqual([...rows("a", 10).map((row) => row.id), "b"]);
  });
});

describe("a change set that was undone", () => {
  const changed = (sequence: number, rowId: string, stateId: string | null = null) => ({
    sequence,
    resource: "procedure",
    rowId,
    stateId,
    action: "UPDATE" as const,
    before: {},
    after: {},
  });
  const rows = [changed(1, "7"), changed(2, "7", "70"), changed(3, "8")];
  const undoing = (id: string, undoes: string, rowIds: string[]): UndoingSet => ({
    id,
    rowCount: rowIds.length,
    undoes: { id: undoes },
    rows: { items: rowIds.map((rowId) => ({ resource: "procedure", rowId })) },
  });
  const undoneBy = (undone: UndoingSet[], redone: UndoingSet[] = []) =>
    undoneRows(rows, rows.length, { undone: { items: undone }, redone: { items: redone } });

  it("in part still has rows to undo, and says which set took which row back", () => {
    const { bySequence, sets, whole } = undoneBy([undoing("2", "1", ["7", "7"])]);
    expect([...bySequence]).toEqual([
      [1, "2"],
      [2, "2"],
    ]);
    expect([sets, whole]).toEqual([["2"], false]);
  });

  it("in two steps has none left", () => {
    expect(undoneBy([undoing("2", "1", ["7", "7"]), undoing("3", "1", ["8"])])).toMatchObject({
      sets: ["2", "3"],
      whole: true,
    });
  });

  it("can be undone again when its undoing was undone", () => {
    const again = undoneBy([undoing("2", "1", ["7", "7", "8"])], [undoing("3", "2", ["7", "7", "8"])]);
    expect([again.bySequence.size, again.sets, again.whole]).toEqual([0, [], false]);
  });

  it("keeps an identity and its states together", () => {
    expect(withSiblings(rows, [2])).toEqual([1, 2]);
  });
});
