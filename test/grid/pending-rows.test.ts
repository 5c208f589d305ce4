import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { sayIn } from "../../admin/grid/grid.messages";
import { RowReasons } from "../../admin/grid/PendingRows";
import { markDeleted, replaceRows } from "../../admin/grid/staging";
import { openStore, sampleRow } from "./grid-fixture";

describe("the reasons of a row that waits", () => {
  it("name a field as people know it, and none that the grid has not", async () => {
    const { store } = await openStore();
    const staged = markDeleted(store.staged, [sampleRow(1)], true);
    const refusal = (field: string, messageVi: string) => ({ field, code: "IN_USE", messageVi, messageEn: "" });
    const problems = [refusal("id", "Đang dùng trong 1 danh mục."), refusal("days", "Không đổi được.")];
    const row = { ...staged.rows.get("1")!, problems };
    store.step(replaceRows(staged, new Map([["1", row]])));
    const shown = renderToStaticMarkup(createElement(RowReasons, { store, say: sayIn("vi"), row }));
    const text = shown.replace(/<[^>]+>/g, "");
    expect(text).toBe("Đang dùng trong 1 danh mục.Thời hạn:Không đổi được.");
  });
});
