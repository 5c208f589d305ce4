import {
  claimOf,
  claimWindows,
  filledClaim,
  nextWindow,
  suggestedCode,
  windowName,
} from "../../admin/subsidy/claim/claim-windows";
import type { ClaimProgram, FormerClaim } from "../../admin/subsidy/claim/claim.graphql";
import { waitingFor } from "../../admin/subsidy/claim/waiting";
import { isSameFilter, withCut } from "../../admin/subsidy/cut-filter";
import { createAddress, isAskable, usualAssumptions } from "../../admin/subsidy/need/assumptions";
import { HAND_OVER_COLUMNS } from "../../admin/subsidy/hand-over/hand-over-grid.columns";
import { inMillions, leftPercent, tightest } from "../../admin/subsidy/home/money";
import { budgetParts, sumVnd } from "../../admin/subsidy/program/budget";

const claim = (part: Partial<FormerClaim>): FormerClaim => ({
  id: "1",
  code: "ĐN-140-2019-Q1",
  kind: "ORIGINAL",
  firstDay: "2019-01-01",
  lastDay: "2019-03-31",
  claimant: { id: "577" },
  payee: { id: "578" },
  payeeAccount: "8706",
  contract: "15/HĐ-2019",
  vatPercent: null,
  invoicePrice: null,
  ...part,
});

const program = (claims: FormerClaim[], part: Partial<ClaimProgram> = {}): ClaimProgram => ({
  id: "9",
  name: "Kế hoạch",
  fiscalYear: 2019,
  claimPeriod: "QUARTER",
  payer: { id: "715", code: "140" },
  contractor: { id: "577" },
  claims: { items: claims },
  ...part,
});

describe("the periods that a program is claimed for", () => {
  it("cover the fiscal year without a gap, whatever their length", () => {
    for (const [period, count] of [
      ["MONTH", 12],
      ["QUARTER", 4],
      ["HALF_YEAR", 2],
      ["YEAR", 1],
    ] as const) {
      const windows = claimWindows(2020, period);
      expect(windows).toHaveLength(count);
      expect(windows[0]!.from).toBe("2020-01-01");
      expect(windows.at(-1)!.to).toBe("2020-12-31");
      for (const [at, { from }] of windows.slice(1).entries())
        expect(Date.parse(from) - Date.parse(windows[at]!.to)).toBe(86_400_000);
    }
    expect(claimWindows(2020, "MONTH")[1]).toEqual({ from: "2020-02-01", to: "2020-02-29", number: 2 });
  });

  it("are taken by an original claim that shares a day with them, and not by an adjusting one", () => {
    const [first, second] = claimWindows(2019, "QUARTER");
    expect(claimOf(first!, [claim({})])?.code).toBe("ĐN-140-2019-Q1");
    expect(claimOf(second!, [claim({})])).toBeUndefined();
    expect(claimOf(second!, [claim({ lastDay: "2019-04-01" })])).toBeDefined();
    expect(claimOf(first!, [claim({ kind: "ADJUSTING" })])).toBeUndefined();
  });

  it("are offered from the first that is over and not claimed", () => {
    const windows = claimWindows(2019, "QUARTER");
    expect(nextWindow(windows, [claim({})], "2019-07-20")?.number).toBe(2);
    expect(nextWindow(windows, [], "2019-07-20")?.number).toBe(1);
    expect(nextWindow(windows, [claim({ lastDay: "2019-06-30" })], "2019-07-20")?.number).toBe(3);
    expect(nextWindow(windows, [claim({ lastDay: "2019-12-31" })], "2019-07-20")).toBeUndefined();
  });

  it("are named as the office names them", () => {
    const names = (claimPeriod: ClaimProgram["claimPeriod"], at: number) =>
      (["vi", "en"] as const).map((language) =>
        windowName(claimWindows(2019, claimPeriod)[at]!, { fiscalYear: 2019, claimPeriod }, language),
      );
    expect(names("QUARTER", 1)).toEqual(["Quý II/2019", "Quarter II/2019"]);
    expect(names("MONTH", 10)).toEqual(["Tháng 11/2019", "Month 11/2019"]);
    expect(names("HALF_YEAR", 1)).toEqual(["Nửa cuối năm 2019", "Second half of 2019"]);
    expect(names("YEAR", 0)).toEqual(["Năm 2019", "2019"]);
  });
});

describe("the form of a new claim", () => {
  const [, second] = claimWindows(2019, "QUARTER");

  it("is filled from the program and from the claim before", () => {
    expect(filledClaim(program([claim({})]), second, { agency: "1", isPayer: false })).toMatchObject({
      program: "9",
      code: "ĐN-140-2019-Q2",
      firstDay: "2019-04-01",
      lastDay: "2019-06-30",
      claimant: "577",
      payee: "578",
      contract: "15/HĐ-2019",
    });
  });

  it("names the viewer's own agency where nobody is known to claim, but never the payer", () => {
    const bare = program([], { contractor: null });
    expect(filledClaim(bare, second, { agency: "44", isPayer: false })).toMatchObject({ claimant: "44", payee: "44" });
    expect(filledClaim(bare, second, { agency: "715", isPayer: true })).toMatchObject({ claimant: null, payee: null });
  });

  it("takes a number that no claim of the program has", () => {
    const taken = ["ĐN-140-2019-Q2", "ĐN-140-2019-Q2-2"].map((code) => claim({ code }));
    expect(suggestedCode(program(taken), second!)).toBe("ĐN-140-2019-Q2-3");
    expect(suggestedCode(program([], { payer: null, claimPeriod: "YEAR" }), second!)).toBe("ĐN-2019");
  });
});

describe("claims that wait for somebody", () => {
  const of = (...roles: Parameters<typeof waitingFor>[0]["roles"]) =>
    waitingFor({ person: { id: "7", name: "Thuận" }, agency: "715", roles });

  it("are the payer's steps that four eyes leave to them, and their own drafts", () => {
    expect(of("FINANCE")).toEqual({
      or: [
        {
          payer: { eq: "715" },
          state: { in: ["SUBMITTED"] },
          not: { or: [{ draftedBy: { eq: "7" } }, { submittedBy: { eq: "7" } }] },
        },
        {
          payer: { eq: "715" },
          state: { in: ["CHECKED"] },
          not: { or: [{ draftedBy: { eq: "7" } }, { submittedBy: { eq: "7" } }, { checkedBy: { eq: "7" } }] },
        },
        {
          payer: { eq: "715" },
          state: { in: ["APPROVED"] },
          not: { or: [{ draftedBy: { eq: "7" } }, { submittedBy: { eq: "7" } }, { approvedBy: { eq: "7" } }] },
        },
        { state: { in: ["DRAFT", "RETURNED"] }, draftedBy: { eq: "7" } },
      ],
    });
  });

  it("are own drafts and what was returned for those who claim, and nothing for those who look", () => {
    expect(of("POST")).toEqual({
      or: [{ state: { in: ["DRAFT", "RETURNED"] }, draftedBy: { eq: "7" } }, { state: { eq: "RETURNED" } }],
    });
    expect(of("LEADER", "REPORTER")).toBeNull();
  });
});

describe("a budget's bar", () => {
  const budget = { budgetVnd: "60000000", committedVnd: "0", paidVnd: "11927650", remainingVnd: "48072350" };

  it("shows what is paid, asked for and left, in whole đồng", () => {
    expect(budgetParts(budget, 13_852_300n)).toEqual([
      { kind: "paid", vnd: 11_927_650n, percent: 19.87 },
      { kind: "pending", vnd: 13_852_300n, percent: 23.08 },
      { kind: "left", vnd: 34_220_050n, percent: 57.03 },
    ]);
  });

  it("never grows beyond its width where more is asked for than remains", () => {
    const parts = budgetParts(budget, 100_000_000n);
    expect(parts.at(-1)).toEqual({ kind: "left", vnd: -51_927_650n, percent: 0 });
    expect(parts.reduce((sum, { percent }) => sum + percent, 0)).toBeLessThanOrEqual(100);
  });

  it("is empty without a budget, and exact beyond what a double holds", () => {
    expect(budgetParts({ budgetVnd: null, committedVnd: null, paidVnd: null, remainingVnd: null })).toEqual([
      { kind: "left", vnd: 0n, percent: 0 },
    ]);
    expect(sumVnd(["9007199254740993", null, "1"])).toBe(9_007_199_254_740_994n);
  });
});

describe("figures of the home", () => {
  it("are rounded to a tenth of a million, half up", () => {
    expect(inMillions("13852300", "vi")).toBe("13,9");
    expect(inMillions("1234950000", "en")).toBe("1,235");
    expect(inMillions("1234950000", "vi")).toBe("1.235");
    expect(inMillions("49999", "vi")).toBe("0");
    expect(inMillions("-150000", "vi")).toBe("−0,2");
  });

  it("name the program of which least remains, of those that have money", () => {
    const funds = (id: string, budgetVnd: string | null, remainingVnd: string | null) => ({
      id,
      budgetVnd,
      remainingVnd,
    });
    const all = [funds("a", "100", "50"), funds("b", "1000", "499"), funds("c", "0", "0"), funds("d", null, null)];
    expect(tightest(all)?.id).toBe("b");
    expect(leftPercent(all[1]!)).toBe(49);
    expect(tightest([all[2]!])).toBeUndefined();
  });
});

describe("what an estimate assumes at first", () => {
  it("is the year to come and the last twelve whole months", () => {
    expect(usualAssumptions("2019-07-20")).toMatchObject({
      fiscalYear: 2020,
      baseFrom: "2018-07-01",
      baseTo: "2019-06-30",
    });
    expect(usualAssumptions("2020-01-05")).toMatchObject({
      fiscalYear: 2021,
      baseFrom: "2019-01-01",
      baseTo: "2019-12-31",
    });
    expect(usualAssumptions("2020-03-31")).toMatchObject({ baseFrom: "2019-03-01", baseTo: "2020-02-29" });
  });

  it("is asked with only once it can be", () => {
    const usual = usualAssumptions("2019-07-20");
    expect(isAskable(usual)).toBe(true);
    for (const broken of [
      { baseFrom: null },
      { baseTo: "2018-06-30" },
      { growthPercent: "-" },
      { growthPercent: "1.234" },
      { sharePercent: "100.01" },
      { channels: [] },
      { fiscalYear: NaN },
    ])
      expect(isAskable({ ...usual, ...broken })).toBe(false);
    expect(isAskable({ ...usual, growthPercent: "-12.5" })).toBe(true);
  });

  it("goes with the address of the form", () => {
    const address = createAddress(usualAssumptions("2019-07-20"), null, "Dự toán 2020");
    const given = new URLSearchParams(address.split("?")[1]);
    expect(given.get("name")).toBe("Dự toán 2020");
    expect(given.get("fiscalYear")).toBe("2020");
    expect(given.get("channels")).toBe("COUNTER");
    expect(given.has("payer")).toBe(false);
  });
});

describe("the cuts of a list", () => {
  const cuts = [{ filter: {} }, { filter: { state: { eq: "PAID" } } }, { filter: { or: [] } }];

  it("take each other's place and leave other filters alone", () => {
    const filter = { program: { eq: "9" }, or: [] };
    expect(withCut(filter, cuts, cuts[1]!)).toEqual({ program: { eq: "9" }, state: { eq: "PAID" } });
    expect(withCut(filter, cuts, cuts[0]!)).toEqual({ program: { eq: "9" } });
    expect(isSameFilter({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(isSameFilter({ a: 1 }, { a: 2 })).toBe(false);
  });
});

describe("a hand-over in the grid", () => {
  const told = (field: string, values: Record<string, unknown>) =>
    HAND_OVER_COLUMNS.find((column) => column.field === field)!.derived!(values);

  it("says while one types whether it is signed and in time", () => {
    const typed = { handedOn: "2019-07-17", receivedOn: "2019-07-15", receivedAt: "09:30", senderSignature: "Khương" };
    expect(told("timeliness", typed)).toBe("LATE");
    expect(told("dueOn", typed)).toBe("2019-07-15");
    expect(told("isSigned", typed)).toBe(false);
    expect(told("isSigned", { ...typed, receiverSignature: "Bình" })).toBe(true);
    expect(told("timeliness", { ...typed, receivedAt: "15:30", handedOn: "2019-07-16" })).toBe("ON_TIME");
    expect(told("timeliness", {})).toBe("UNKNOWN");
  });
});
