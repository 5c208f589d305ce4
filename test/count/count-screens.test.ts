import { reportedOf, sumOf, totalsOf } from "../../admin/count/sheet/count-figures";
import { periodNow } from "../../admin/count/sheet/period-now";
import { countChange, sheetSave } from "../../admin/count/sheet/sheet-save";
import { csvOf } from "../../admin/count/not-reported/silent-csv";
import { dueAfter, notYet, presetsOf } from "../../admin/count/period/period-presets";
import { daysLeft } from "../../admin/task/tasks";
import type { SaveAnswer, SaveRequest } from "../../admin/grid/save-plan";

const FULL = {
  receivedCounter: 5,
  receivedPost: 0,
  receivedOnline: 2,
  returnedCounter: 4,
  returnedPost: 1,
  returnedOnline: 0,
};
const ZEROS = Object.fromEntries(Object.keys(FULL).map((name) => [name, 0]));

describe("a line of the sheet", () => {
  it("is not reported while it is blank, nothing came where all are 0, and a blank among figures is missing", () => {
    expect(reportedOf({})).toEqual({ is: "none" });
    expect(reportedOf(ZEROS)).toEqual({ is: "nothing" });
    expect(reportedOf(FULL)).toEqual({ is: "full" });
    expect(reportedOf({ ...FULL, returnedPost: null })).toEqual({ is: "part", missing: 1 });
  });

  it("adds up what is reported: a blank is no 0, and all blank is no sum", () => {
    expect(sumOf({ receivedCounter: 5, receivedPost: null }, ["receivedCounter", "receivedPost"])).toBe(5);
    expect(sumOf({}, ["receivedCounter"])).toBeNull();
    expect(sumOf(ZEROS, ["receivedCounter", "receivedPost"])).toBe(0);
    const totals = totalsOf([FULL, ZEROS, {}, { receivedCounter: 1 }]);
    expect(totals).toMatchObject({ lines: 4, reported: 2, part: 1, sums: { receivedCounter: 6, returnedPost: 1 } });
  });

  const of = { period: "7", receptionUnit: "9" };
  const change = (version: number, set: Record<string, unknown>) => ({ update: { id: "3.4", version, set } });

  it("becomes a count with its first figures, and a change of that count afterwards", () => {
    expect(countChange(change(0, { receivedPost: 2, returnedPost: null }), of, () => undefined)).toEqual({
      create: { period: "7", receptionUnit: "9", procedure: "3", agency: "4", receivedPost: 2 },
    });
    expect(countChange(change(3, { receivedPost: null }), of, () => "88")).toEqual({
      update: { id: "88", version: 3, set: { receivedPost: null } },
    });
    const placed = { update: { id: "3.4.HOME.OFFICER", version: 0, set: { receivedPost: 2 } } };
    expect(countChange(placed, of, () => undefined)).toMatchObject({ create: { place: "HOME", receiver: "OFFICER" } });
  });

  it("that somebody else counted first is met as one read too long ago, and answers stand by line", async () => {
    const answer: SaveAnswer = {
      changeSet: null,
      rows: [{ index: 0, id: "88", version: 4, action: "UPDATE", cells: [] }],
      problems: [
        { index: 1, code: "OVERLAP", messageVi: "Trùng", messageEn: "Overlap" },
        { index: 0, code: "OVERLAP", messageVi: "Trùng", messageEn: "Overlap" },
      ],
    };
    let forgotten = 0;
    const source = { countOf: (key: string) => (key === "1.2" ? "88" : undefined), forget: () => void forgotten++ };
    const save = sheetSave(() => Promise.resolve(answer), of, source);
    const request: SaveRequest = {
      changes: [{ update: { id: "1.2", version: 3, set: { receivedPost: 1 } } }, change(0, { receivedPost: 2 })],
      note: "",
      mode: "GOOD_ROWS",
      dryRun: true,
      key: "k",
    };
    const said = await save(request);
    expect(said.rows[0].id).toBe("1.2");
    expect(said.problems.map(({ code }) => code)).toEqual(["STALE", "OVERLAP"]);
    expect(forgotten).toBe(0);
    await save({ ...request, dryRun: false });
    expect(forgotten).toBe(1);
  });
});

describe("periods to be made", () => {
  it("the government's quarters run from the 15th to the 14th, the first one from December", () => {
    expect(presetsOf("GOVERNMENT_QUARTER", 2019).map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([
      ["2018-12-15", "2019-03-14"],
      ["2019-03-15", "2019-06-14"],
      ["2019-06-15", "2019-09-14"],
      ["2019-09-15", "2019-12-14"],
    ]);
  });

  it("months, quarters and years end on their last day, in leap years too", () => {
    expect(presetsOf("MONTH", 2020)[1]).toMatchObject({ firstDay: "2020-02-01", lastDay: "2020-02-29" });
    expect(presetsOf("QUARTER", 2019)[1]).toMatchObject({ name: "Quý II/2019", lastDay: "2019-06-30" });
    expect(presetsOf("YEAR", 2019)).toMatchObject([{ firstDay: "2019-01-01", lastDay: "2019-12-31" }]);
    expect(dueAfter("2019-12-31", 15)).toBe("2020-01-15");
  });

  it("none is made twice, by its name or by its days", () => {
    const months = presetsOf("MONTH", 2019);
    const there = [
      { name: "Tháng Giêng", firstDay: "2019-01-01", lastDay: "2019-01-31" },
      { name: "Tháng 2/2019", firstDay: "2019-02-02", lastDay: "2019-02-27" },
    ];
    expect(notYet(months, there).map(({ name }) => name)).toEqual(months.slice(2).map(({ name }) => name));
  });

  it("the one to be reported is the last that is over and open", () => {
    const periods = [
      { lastDay: "2019-07-31", state: "OPEN" },
      { lastDay: "2019-06-30", state: "CLOSED" },
      { lastDay: "2019-05-31", state: "OPEN" },
    ] as const;
    expect(periodNow(periods, "2019-07-20")).toBe(periods[2]);
    expect(periodNow(periods.slice(0, 2), "2019-07-20")).toBe(periods[1]);
    expect(periodNow([], "2019-07-20")).toBeUndefined();
  });
});

describe("lists for people who remind", () => {
  it("a task is overdue the day after its last one, unless it is done", () => {
    expect(daysLeft({ dueOn: "2019-07-20", status: "IN_PROGRESS" }, "2019-07-20")).toBe(0);
    expect(daysLeft({ dueOn: "2019-07-19", status: "NOT_STARTED" }, "2019-07-20")).toBe(-1);
    expect(daysLeft({ dueOn: "2019-07-19", status: "DONE" }, "2019-07-20")).toBeNull();
    expect(daysLeft({ dueOn: null, status: "NOT_STARTED" }, "2019-07-20")).toBeNull();
  });

  it("names with commas are quoted in CSV, and no cell is a formula", () => {
    expect(
      csvOf([
        ["a", 'Sở "A", B'],
        ["=1+1", "-"],
      ]),
    ).toBe('\uFEFFa,"Sở ""A"", B"\r\n\'=1+1,\'-\r\n');
  });
});
