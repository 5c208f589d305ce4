import { inGrid } from "../support/in-grid";

inGrid("the grid's lists", (it) => {
  it("a choice is taken from its list by typing without accents", async (grid) => {
    await grid.at("sector", 0);
    await grid.keys("Alt+ArrowDown");
    expect(await grid.page.locator(".bulk-grid-list [role=option]").allInnerTexts()).toEqual([
      "Đường bộ",
      "Đất đai",
      "Hộ tịch",
      "Du lịch",
    ]);
    await grid.type("du");
    expect(await grid.page.locator(".bulk-grid-list [role=option]").allInnerTexts()).toEqual(["Đường bộ", "Du lịch"]);
    await grid.keys("ArrowDown", "Enter");
    await grid.shows("sector", 0, "Du lịch, đã sửa, trước là Đường bộ");
  });

  it("a reference is searched as one types, and typing faster than the search loses nothing", async (grid) => {
    await grid.at("agency", 0);
    await grid.type("tu phap");
    await grid.page.waitForSelector(".bulk-grid-list [role=listbox]:not([aria-busy]) [role=option]");
    await grid.keys("Enter");
    await grid.type("h61.15");
    await grid.keys("Enter");
    await grid.shows("agency", 0, /^Sở Tư pháp, đã sửa/);
    await grid.shows("agency", 1, /^Sở Văn hóa, Thể thao và Du lịch, đã sửa/);
  });

  it("several choices are ticked, by keys and by the mouse", async (grid) => {
    await grid.at("tiers", 0);
    await grid.keys("F2", "ArrowDown", "Space");
    await grid.page.locator(".bulk-grid-list [role=option]", { hasText: "Xã" }).click();
    await grid.keys("Enter");
    await grid.shows("tiers", 0, "Tỉnh, Huyện, Xã, đã sửa, trước là Tỉnh");
  });

  it("several choices are typed, opened first or not, with the comma that the cell shows", async (grid) => {
    await grid.at("legs", 0);
    await grid.keys("F2");
    await grid.type("Trả");
    await grid.keys("Enter");
    await grid.shows("legs", 0, "Trả, đã sửa, trước là Trả, Nhận");
    await grid.type("nhan, tra");
    await grid.keys("Enter");
    await grid.shows("legs", 1, /^Nhận, Trả/);
    await grid.paste("nhan, tra");
    await grid.shows("legs", 2, "Nhận, Trả, đã sửa, trước là Trả");
  });

  it("the selected cell of a list shows that it has one, and a click on the mark opens it", async (grid) => {
    const { x, y } = await grid.point("sector", 1);
    await grid.page.mouse.click(x + 108 / 2 - 10, y);
    expect(await grid.page.locator(".bulk-grid-list").count()).toBe(0);
    await grid.page.waitForTimeout(600);
    await grid.page.mouse.click(x + 108 / 2 - 10, y);
    await grid.page.waitForSelector(".bulk-grid-list");
    await grid.keys("Escape");
  });
});
