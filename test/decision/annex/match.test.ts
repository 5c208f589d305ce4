import fc from "fast-check";
import type { AnnexRow } from "../../../server/decision/annex/annex";
import { comparableName, likeness, NameIndex } from "../../../server/decision/annex/likeness";
import { Matching, type KnownProcedure, type KnownWorld } from "../../../server/decision/annex/match";
import { codeOf } from "../../../server/decision/annex/procedure-code";

const procedure = (id: string, nameVi: string, more: Partial<KnownProcedure> = {}): KnownProcedure => ({
  id,
  code: null,
  legacyCodes: [],
  nameVi,
  sector: "ht",
  agency: null,
  tiers: ["COMMUNE"],
  status: "IN_FORCE",
  ...more,
});
const WORLD: KnownWorld = {
  procedures: [
    procedure("1", "Đăng ký khai sinh", { code: "1.001193" }),
    procedure("2", "Đăng ký lại khai sinh", { code: "1.004884.000.00.00.H63" }),
    procedure("3", "Thủ tục cấp chứng chỉ hành nghề dược", { sector: "yt", agency: "syt", tiers: ["PROVINCE"] }),
    procedure("4", "Cấp bản sao", { tiers: ["COMMUNE"] }),
    procedure("5", "Cấp bản sao", { sector: "ct", tiers: ["DISTRICT"] }),
    procedure("6", "Đăng ký khai tử", { legacyCodes: ["T-YBI-280421-TT"] }),
  ],
  sectors: [
    { id: "ht", name: "Hộ tịch", code: null },
    { id: "ct", name: "Chứng thực", code: "CT" },
    { id: "yt", name: "Dược phẩm", code: null },
  ],
  agencies: [
    { id: "syt", name: "Sở Y tế", code: "SYT" },
    { id: "stp", name: "Sở Tư pháp", code: "STP" },
  ],
  entries: [{ id: "e1", procedure: "1", legs: ["OUT"], level: null, addedBy: "1320/QĐ-UBND" }],
};
const matching = new Matching(WORLD);
const row = (more: Partial<AnnexRow>): AnnexRow => ({
  line: 1,
  list: "AMENDED",
  code: null,
  name: null,
  replaced: null,
  sector: null,
  agency: null,
  tiers: [],
  legs: null,
  level: null,
  legalBases: [],
  note: null,
  time: null,
  fee: null,
  doubts: [],
  ...more,
});
const found = (more: Partial<AnnexRow>) => {
  const { state, how, procedure: one, candidates } = matching.row(row(more));
  return { state, how, one: one?.id ?? null, among: candidates.map((c) => c.id) };
};

test("every writing of a code is one code", () => {
  expect(["1.001193", "1.001193.000.00.00.H63", "1.001193.H19", " 1.001193 ", "1,001193"].map(codeOf)).toEqual(
    Array(5).fill("1.001193"),
  );
  // As a number, in a sheet, it lost the nought at its end.
  expect(codeOf("1.01275")).toBe("1.012750");
  expect(["T-YBI-280421-TT", "t-ybi-280421-tt", "T–YBI–280421–TT", "T-YBI-280421"].map(codeOf)).toEqual(
    Array(4).fill("T-YBI-280421"),
  );
  expect(["", "1", "12", "1.2", "30/7/2018", "Đăng ký", "1.234.567", "MH-03/QĐ-UBND"].map(codeOf)).toEqual(
    Array(8).fill(null),
  );
});

test("a code finds its procedure in any form, a legacy code too, and the name need not be the same", () => {
  expect(found({ code: "1.001193.H63", name: "Thủ tục đăng ký khai sinh" })).toEqual({
    state: "MATCHED",
    how: "CODE",
    one: "1",
    among: ["1"],
  });
  expect(found({ code: "1.004884" }).one).toBe("2");
  expect(found({ code: "T-YBI-280421-TT", name: "Khai tử" })).toMatchObject({ state: "MATCHED", one: "6" });
});

test("a code whose procedure is called quite otherwise is for a person to look at", () => {
  expect(found({ code: "1.001193", name: "Cấp chứng chỉ hành nghề dược" })).toMatchObject({
    state: "CONFIRM",
    one: null,
  });
  expect(found({ code: "1.001193", name: "Cấp chứng chỉ hành nghề dược" }).among).toContain("1");
});

test("a name finds its procedure without accents, case, punctuation and the word thủ tục, within sector, agency and tier", () => {
  expect(found({ name: "THỦ TỤC ĐĂNG KÝ KHAI SINH." })).toMatchObject({ state: "MATCHED", how: "NAME", one: "1" });
  expect(found({ name: "Cấp chứng chỉ hành nghề Dược", agency: "SYT" }).one).toBe("3");
  expect(found({ name: "Cấp bản sao" })).toMatchObject({ state: "CONFIRM", among: expect.arrayContaining(["4", "5"]) });
  expect(found({ name: "Cấp bản sao", sector: "CHỨNG THỰC" }).one).toBe("5");
  expect(found({ name: "Cấp bản sao", tiers: ["COMMUNE"] }).one).toBe("4");
  // The very name in another agency is offered, not taken.
  expect(found({ name: "Cấp chứng chỉ hành nghề dược", agency: "Sở Tư pháp" })).toMatchObject({
    state: "CONFIRM",
    one: null,
    among: ["3"],
  });
});

test("a name that is nearly one is offered with its likeness, the most alike first", () => {
  const { state, candidates } = matching.row(row({ name: "Đăng kí lại khai sinh cho người đã chết" }));
  expect(state).toBe("CONFIRM");
  expect(candidates[0]).toMatchObject({ id: "2" });
  expect(candidates.length).toBeLessThanOrEqual(5);
  expect(candidates[0].likeness).toBeGreaterThan(0.5);
  expect(candidates[0].likeness).toBeLessThan(1);
});

test("what the province does not know is unknown; on the list of new ones a distant likeness does not hold it up", () => {
  expect(found({ name: "Thẩm định thiết kế kỹ thuật lưới điện" })).toEqual({
    state: "UNKNOWN",
    how: null,
    one: null,
    among: [],
  });
  expect(found({ list: "NEW", name: "Đăng ký khai sinh lưu động tại vùng cao biên giới" }).state).toBe("UNKNOWN");
  expect(found({ list: "NEW", name: "Đăng ký khai sinhh" }).state).toBe("CONFIRM");
  // A code that nobody has is a procedure of its own, though another bears the name.
  expect(found({ list: "NEW", code: "1.999999", name: "Đăng ký khai sinh" })).toMatchObject({
    state: "CONFIRM",
    among: expect.arrayContaining(["1"]),
  });
});

test("sectors and agencies are known by name or code; others are said with what they could be", () => {
  const { sector, agency } = matching.row(row({ name: "x y", sector: "Dược", agency: "Sở Y Tế" }));
  expect(agency?.match).toBe("syt");
  expect(sector).toMatchObject({ text: "Dược", match: null, candidates: [{ id: "yt" }] });
});

test("a matched procedure comes with its entry in the catalog, and a replaced one is found too", () => {
  expect(matching.row(row({ code: "1.001193" })).procedure?.entry?.id).toBe("e1");
  const { replaces } = matching.row(
    row({ name: "Đăng ký khai sinh điện tử", replaced: "1.004884 - Đăng ký lại khai sinh" }),
  );
  expect(replaces?.match?.id).toBe("2");
});

test("likeness is the same both ways, one for the same name alone, and the index finds what comparing each would", () => {
  const names = fc.array(fc.constantFrom("đăng", "ký", "khai", "sinh", "tử", "lại", "cấp", "bản", "sao", "hộ"), {
    minLength: 1,
    maxLength: 8,
  });
  const name = names.map((words) => words.join(" "));
  fc.assert(
    fc.property(name, fc.array(name, { minLength: 1, maxLength: 30 }), (wanted, all) => {
      const index = new NameIndex(all, (n) => n);
      for (const other of all) {
        expect(likeness(wanted, other)).toBeCloseTo(likeness(other, wanted));
        expect(likeness(wanted, other) === 1).toBe(comparableName(wanted) === comparableName(other));
      }
      const best = Math.max(...all.map((other) => likeness(wanted, other)));
      const first = index.like(wanted, 0.45, 5)[0];
      if (best >= 0.45) expect(first.likeness).toBeCloseTo(best);
      else expect(first).toBeUndefined();
    }),
  );
});

test("a hundred names are matched among 5,000 procedures in well under the time of a request", () => {
  const words = [
    "cấp",
    "đổi",
    "giấy",
    "phép",
    "đăng",
    "ký",
    "hành",
    "nghề",
    "kinh",
    "doanh",
    "vận",
    "tải",
    "khai",
    "thác",
    "đất",
  ];
  const nameOf = (seed: number) =>
    Array.from({ length: 9 }, (_, i) => words[(seed * (i + 3) + i * i + (seed >> i)) % words.length]).join(" ");
  const big = new Matching({
    ...WORLD,
    procedures: Array.from({ length: 5000 }, (_, i) => procedure(String(i), `${nameOf(i)} ${i}`)),
  });
  // Processor time: the clock on the wall goes on while other tests run.
  const begun = process.cpuUsage();
  for (let i = 0; i < 100; i++) big.row(row({ name: `${nameOf(i * 7)} khác` }));
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(4000);
});
