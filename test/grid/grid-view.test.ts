import {
  fromAddress,
  moveField,
  sameView,
  shownFields,
  sortBy,
  toAddress,
  toggleField,
  type Layout,
  type SortPart,
} from "../../admin/generic/grid-view";

const layout: Layout = {
  all: [
    { field: "code", frozen: true },
    { field: "name", frozen: true },
    { field: "sector" },
    { field: "agency" },
    { field: "source" },
  ],
  usual: ["code", "name", "sector", "agency"],
};
const usual = { filter: {}, sort: [{ field: "name", order: "ASC" }] as SortPart[], columns: null };

describe("the columns of a view", () => {
  it("are the screen's own until others are chosen; key columns come first, whatever was chosen", () => {
    expect(shownFields(layout, null)).toEqual(["code", "name", "sector", "agency"]);
    expect(shownFields(layout, ["source", "name"])).toEqual(["code", "name", "source"]);
    expect(shownFields(layout, ["source", "gone", "sector"])).toEqual(["code", "name", "source", "sector"]);
  });

  it("are shown as the last and hidden; key columns stay", () => {
    const shown = shownFields(layout, null);
    expect(toggleField(layout, shown, "source")).toEqual([...shown, "source"]);
    expect(toggleField(layout, shown, "sector")).toEqual(["code", "name", "agency"]);
    expect(toggleField(layout, shown, "name")).toEqual(shown);
  });

  it("are moved among those that are no key columns", () => {
    const shown = ["code", "name", "sector", "agency", "source"];
    expect(moveField(layout, shown, "source", 2)).toEqual(["code", "name", "source", "sector", "agency"]);
    expect(moveField(layout, shown, "source", 0)).toEqual(["code", "name", "source", "sector", "agency"]);
    expect(moveField(layout, shown, "sector", 99)).toEqual(["code", "name", "agency", "source", "sector"]);
    expect(moveField(layout, shown, "code", 3)).toEqual(shown);
    expect(moveField(layout, ["code", "name"], "source", 2)).toEqual(["code", "name"]);
  });
});

describe("the order of a view", () => {
  const bySector: SortPart[] = [{ field: "sector", order: "ASC" }];
  it("is one field, or is refined by another", () => {
    expect(sortBy(bySector, "code", "DESC", false)).toEqual([{ field: "code", order: "DESC" }]);
    expect(sortBy(bySector, "code", "DESC", true)).toEqual([...bySector, { field: "code", order: "DESC" }]);
    expect(sortBy([...bySector, { field: "code", order: "ASC" }], "sector", "DESC", true)).toEqual([
      { field: "sector", order: "DESC" },
      { field: "code", order: "ASC" },
    ]);
    expect(sortBy(bySector, "sector", null, false)).toEqual([]);
  });
});

describe("the address of a view", () => {
  const back = (parts: Record<string, string>) => fromAddress(new URLSearchParams(parts));
  const filtered = { ...usual, filter: { search: "ho tich", sector: { in: ["1", "2"] } } };

  it("says nothing of what is as usual", () => {
    expect(toAddress(layout, usual, usual, null)).toEqual({});
    expect(toAddress(layout, { ...usual, columns: [...layout.usual] }, usual, null)).toEqual({});
    expect(back({})).toEqual({ id: null, content: null });
  });

  it("comes back as it was", () => {
    const view = {
      filter: filtered.filter,
      sort: [
        { field: "sector", order: "DESC" },
        { field: "code", order: "ASC" },
      ] as SortPart[],
      columns: ["code", "name", "source"],
    };
    const parts = toAddress(layout, view, usual, null);
    expect(parts).toMatchObject({ sort: "-sector,code", columns: "code,name,source" });
    expect(back(parts)).toEqual({ id: null, content: view });
    expect(back(toAddress(layout, { ...usual, sort: [] }, usual, null)).content).toEqual({ sort: [] });
  });

  it("names a kept view alone where everybody may see it as it is, else carries all of it", () => {
    expect(toAddress(layout, filtered, usual, { id: "7", isWhole: true })).toEqual({ view: "7" });
    const parts = toAddress(layout, filtered, usual, { id: "7", isWhole: false });
    expect(back(parts)).toEqual({ id: "7", content: { ...filtered, columns: layout.usual } });
  });

  it("leaves out what is no view", () => {
    for (const filter of ["{", "7", "[]", '"x"', "null"]) expect(back({ filter })).toEqual({ id: null, content: null });
  });
});

test("a view is the same whatever the order of its filter's keys, and widths do not count", () => {
  const a = { ...usual, filter: { x: { eq: 1 }, y: { in: [1, 2] } } };
  const b = { ...usual, filter: { y: { in: [1, 2] }, x: { eq: 1 } } };
  expect(sameView(layout, a, b)).toBe(true);
  expect(sameView(layout, a, { ...b, filter: { y: { in: [2, 1] }, x: { eq: 1 } } })).toBe(false);
  expect(sameView(layout, a, { ...a, columns: ["code", "name", "agency", "sector"] })).toBe(false);
});
