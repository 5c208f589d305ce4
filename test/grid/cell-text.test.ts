import {
  cellText,
  exactOptions,
  filterOptions,
  rankOptions,
  readText,
  resolveRefs,
  sameValue,
  wireValue,
} from "../../admin/grid/cell-text";
import type { GridColumnSpec } from "../../admin/grid/grid-column";
import { AGENCIES, COLUMNS, columnOf } from "./grid-fixture";

const column = (field: string) => COLUMNS[columnOf(field)];
const tiers: GridColumnSpec = {
  ...column("status"),
  field: "tiers",
  many: true,
  choices: [
    { id: "PROVINCE", label: "Tỉnh" },
    { id: "DISTRICT", label: "Huyện" },
    { id: "COMMUNE", label: "Xã" },
  ],
};

describe("reading a cell", () => {
  it("reads numbers, money and dates as the locale writes them", () => {
    expect(readText(column("days"), "1.234", "vi")).toEqual({ ok: true, value: 1234 });
    expect(readText(column("fee"), "1.000.000", "vi")).toEqual({ ok: true, value: "1000000" });
    expect(readText(column("fee"), "1,000,000", "en")).toEqual({ ok: true, value: "1000000" });
    expect(readText(column("from"), "30/7/2018", "vi")).toEqual({ ok: true, value: "2018-07-30" });
    expect(readText(column("from"), "2018-07-30", "en")).toEqual({ ok: true, value: "2018-07-30" });
  });

  it("does not turn what it cannot read into something else", () => {
    expect(readText(column("days"), "mười ngày", "vi")).toMatchObject({ ok: false, problem: { reason: "notWhole" } });
    expect(readText(column("days"), "1.234,5", "vi").ok).toBe(false);
    expect(readText(column("from"), "30/2/2019", "vi")).toMatchObject({ ok: false, problem: { reason: "noSuchDay" } });
    expect(readText(column("status"), "abc", "vi")).toMatchObject({ ok: false, problem: { reason: "notInList" } });
  });

  it("keeps the leading zeros of a code", () => {
    expect(readText(column("code"), "000123", "vi")).toEqual({ ok: true, value: "000123" });
  });

  it("takes empty text as no value, except where one is required", () => {
    expect(readText(column("days"), "", "vi")).toEqual({ ok: true, value: null });
    expect(readText(column("name"), "", "vi")).toEqual({ ok: false, problem: { reason: "required" } });
  });

  it("reads choices by their words with or without accents, several of them with ; or ,", () => {
    expect(readText(column("status"), "bai bo", "vi")).toEqual({ ok: true, value: "ABOLISHED" });
    expect(readText(tiers, "Huyện; Xã", "vi")).toEqual({ ok: true, value: ["DISTRICT", "COMMUNE"] });
    expect(readText(tiers, "huyen, xa", "vi")).toEqual({ ok: true, value: ["DISTRICT", "COMMUNE"] });
    expect(readText(tiers, "Huyện; Phường", "vi")).toMatchObject({
      ok: false,
      problem: { values: { text: "Phường" } },
    });
  });
});

describe("choices by their beginning", () => {
  const legs: GridColumnSpec = {
    ...tiers,
    field: "legs",
    choices: [
      { id: "IN", label: "Tiếp nhận" },
      { id: "OUT", label: "Trả kết quả" },
    ],
  };

  it("are known where only one begins so, with a comma between them as the cell shows them", () => {
    const both = { ok: true, value: ["IN", "OUT"] };
    expect(readText(legs, "tra", "vi")).toEqual({ ok: true, value: ["OUT"] });
    expect(readText(legs, "tiep nhan, tra ket qua", "vi")).toEqual(both);
    expect(readText(legs, "Tiếp nhận,Trả kết quả", "vi")).toEqual(both);
    expect(readText(legs, "tiep; tra", "vi")).toEqual(both);
    expect(readText(legs, cellText(legs, ["IN", "OUT"], "vi"), "vi")).toEqual(both);
  });

  it("are never guessed among several, and one unknown name is named", () => {
    expect(readText(legs, "t", "vi")).toMatchObject({ ok: false, problem: { values: { text: "t" } } });
    expect(readText(legs, "tra, gửi", "vi")).toMatchObject({ ok: false, problem: { values: { text: "gửi" } } });
  });

  it("keep a comma of their own", () => {
    const kinds = { ...legs, choices: [{ id: "A", label: "Sở, ban, ngành" }, ...(legs.choices ?? [])] };
    expect(readText(kinds, "so, ban, nganh; tra", "vi")).toEqual({ ok: true, value: ["A", "OUT"] });
  });
});

describe("references", () => {
  it("are found by name, by code and without accents", async () => {
    const found = { ok: true, value: { id: "7", label: "Sở Tư pháp" } };
    expect(await resolveRefs(column("agency"), "Sở Tư pháp")).toEqual(found);
    expect(await resolveRefs(column("agency"), "so tu phap")).toEqual(found);
    expect(await resolveRefs(column("agency"), "H61.13")).toEqual(found);
  });

  it("are never guessed: none and several are problems", async () => {
    expect(await resolveRefs(column("agency"), "Sở")).toMatchObject({ ok: false, problem: { reason: "noSuchRow" } });
    expect(await resolveRefs(column("agency"), "phong tu phap")).toMatchObject({
      ok: false,
      problem: { reason: "severalRows" },
    });
  });

  it("show their name and are sent as ids", () => {
    expect(cellText(column("agency"), AGENCIES[0], "vi")).toBe("Sở Tư pháp");
    expect(wireValue(column("agency"), AGENCIES[0])).toBe("7");
    expect(wireValue({ ...column("agency"), many: true }, [AGENCIES[0]])).toEqual(["7"]);
    expect(sameValue({ id: "7", label: "a" }, { id: "7", label: "b" })).toBe(true);
  });
});

describe("a list that is filtered by typing", () => {
  it("puts what begins with the text before what only holds its words", () => {
    expect(filterOptions(AGENCIES, "phap tu").map((option) => option.id)).toEqual(["7", "9", "10"]);
    expect(filterOptions(AGENCIES, "phong").map((option) => option.id)).toEqual(["9", "10"]);
    expect(filterOptions(AGENCIES, "zz")).toEqual([]);
    expect(exactOptions(AGENCIES, "SỞ TƯ PHÁP")).toHaveLength(1);
  });

  it("puts a label that begins with it first, then a word that does, then the rest", () => {
    const named = (labels: string[]) => labels.map((label) => ({ id: label, label }));
    const sectors = named(["Bảo trợ xã hội", "Cấp hộ tịch", "Chế độ trợ cấp", "Hộ tịch"]);
    const labels = (text: string) => rankOptions(sectors, text).map((option) => option.label);
    expect(labels("ho t")).toEqual(["Hộ tịch", "Cấp hộ tịch", "Bảo trợ xã hội", "Chế độ trợ cấp"]);
    expect(filterOptions(sectors, "ho t")[0].label).toBe("Hộ tịch");
    expect(labels("")).toEqual(sectors.map((option) => option.label));
  });
});
