import type { GridColumnSpec } from "../../admin/grid/grid-column";
import { openList, outcome, takeIn, toggle, typed } from "../../admin/grid/list-editor";
import { COLUMNS, columnOf } from "./grid-fixture";

const legs: GridColumnSpec = {
  ...COLUMNS[columnOf("status")],
  field: "legs",
  many: true,
  choices: [
    { id: "IN", label: "Tiếp nhận" },
    { id: "OUT", label: "Trả kết quả" },
    { id: "HOME", label: "Tại nhà" },
  ],
};
const [IN, OUT, HOME] = legs.choices ?? [];

describe("the list of a cell that takes several choices", () => {
  it("takes what is typed in place of what the cell held, opened first or not", () => {
    for (const keep of [true, false]) {
      const list = typed(openList(legs, ["IN", "OUT"], keep), legs, "Trả");
      expect(outcome(list, legs, "Trả")).toEqual({ value: ["OUT"] });
    }
  });

  it("adds what is typed to what was ticked since it opened", () => {
    const ticked = toggle(openList(legs, ["IN"], true), HOME);
    expect(outcome(typed(ticked, legs, "Trả"), legs, "Trả")).toEqual({ value: ["IN", "HOME", "OUT"] });
    expect(outcome(toggle(ticked, IN), legs, "")).toEqual({ value: ["HOME"] });
  });

  it("opened and left as it was changes nothing", () => {
    expect(outcome(openList(legs, ["IN", "OUT"], true), legs, "")).toBeNull();
  });

  it("a separator takes what was typed before it, and a text that is no choice keeps what was taken", () => {
    const list = takeIn(typed(openList(legs, ["HOME"], true), legs, "tiep"), IN);
    expect(list.chosen).toEqual([IN]);
    expect(takeIn(list, OUT).chosen).toEqual([IN, OUT]);
    expect(outcome(typed(list, legs, "xyz"), legs, "xyz")).toEqual({ text: "Tiếp nhận; xyz" });
  });
});
