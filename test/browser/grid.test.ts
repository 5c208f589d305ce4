import { inGrid } from "../support/in-grid";

inGrid("the grid", (it) => {
  describe("typing", () => {
    it("a composition straight into a selected cell arrives whole, and its Enter commits nothing", async (grid) => {
      await grid.at("name", 0);
      const compose = (text: string) =>
        grid.cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      for (const text of ["D", "Đ", "Đă", "Đăn", "Đăng", "Đặng"]) await compose(text);
      await grid.cdp.send("Input.dispatchKeyEvent", {
        type: "rawKeyDown",
        key: "Enter",
        code: "Enter",
        windowsVirtualKeyCode: 229,
      });
      await grid.cdp.send("Input.dispatchKeyEvent", {
        type: "keyUp",
        key: "Enter",
        code: "Enter",
        windowsVirtualKeyCode: 13,
      });
      expect(await grid.page.locator(".bulk-grid-sink.is-editing").inputValue()).toBe("Đặng");
      await grid.cdp.send("Input.insertText", { text: "Đặng" });
      await grid.type(" Văn");
      expect(await grid.page.locator(".bulk-grid-sink.is-editing").inputValue()).toBe("Đặng Văn");
      await grid.keys("Enter");
      await grid.shows("name", 0, "Đặng Văn, đã sửa, trước là Đổi giấy phép lái xe");
    });

    it("text that an input method inserts without keys is not lost", async (grid) => {
      await grid.at("name", 1);
      await grid.cdp.send("Input.insertText", { text: "Nguyễn Thị Ánh Tuyết" });
      await grid.keys("Enter");
      await grid.shows("name", 1, /^Nguyễn Thị Ánh Tuyết, đã sửa/);
    });

    it("keys with no time between them land in the cells they were meant for", async (grid) => {
      await grid.at("name", 0);
      const keys = [..."aaa", "Enter", ..."bbb", "Enter", ..."ccc", "Enter"];
      await Promise.all(
        keys.flatMap((key) => {
          const enter = key === "Enter";
          const code = enter ? { key, code: "Enter", windowsVirtualKeyCode: 13, text: "\r" } : { key, text: key };
          return [
            grid.cdp.send("Input.dispatchKeyEvent", { type: "keyDown", ...code }),
            grid.cdp.send("Input.dispatchKeyEvent", { type: "keyUp", ...code, text: undefined }),
          ];
        }),
      );
      await grid.shows("name", 0, /^aaa,/);
      await grid.shows("name", 1, /^bbb,/);
      await grid.shows("name", 2, /^ccc,/);
    });

    it("into a frozen column after scrolling sideways works as anywhere", async (grid) => {
      await grid.page.setViewportSize({ width: 900, height: 700 });
      await grid.keys("Control+Home", "End");
      await grid.keys("Home");
      await grid.page.mouse.move(500, 300);
      await grid.page.mouse.wheel(400, 0);
      await grid.page.waitForTimeout(200);
      await grid.type("0012");
      await grid.keys("Enter");
      await grid.shows("code", 0, "0012, đã sửa, trước là 3.000347");
    });

    it("F2 edits what is there, Escape gives it back; a second click does not open the cell, a double click does", async (grid) => {
      await grid.at("name", 2);
      await grid.keys("F2");
      await grid.type(" mới");
      await grid.keys("Escape");
      await grid.shows("name", 2, "Cấp giấy phép lái xe");
      const { x, y } = await grid.point("name", 2);
      await grid.page.mouse.click(x, y);
      await grid.page.waitForTimeout(600);
      await grid.page.mouse.click(x, y);
      expect(await grid.page.locator(".bulk-grid-sink.is-editing").count()).toBe(0);
      await grid.type("Tên khác");
      await grid.keys("Enter");
      await grid.shows("name", 2, /^Tên khác, đã sửa/);
      await grid.page.waitForTimeout(600);
      await grid.page.mouse.dblclick(x, y);
      await grid.type(" nữa");
      await grid.keys("Enter");
      await grid.shows("name", 2, /^Tên khác nữa, đã sửa/);
    });

    it("Tab and Enter move as in a spreadsheet; a date is read day first", async (grid) => {
      await grid.at("days", 0);
      await grid.type("7");
      await grid.keys("Tab");
      await grid.type("1.000.000");
      await grid.keys("Enter");
      await grid.type("8");
      await grid.keys("Enter", "ArrowRight", "ArrowRight", "ArrowRight");
      await grid.type("1/9/2018");
      await grid.keys("Enter");
      await grid.shows("days", 0, /^7,/);
      await grid.shows("fee", 0, /^1\.000\.000,/);
      await grid.shows("days", 1, /^8,/);
      await grid.shows("from", 2, "1/9/2018, đã sửa, trước là 30/7/2018");
    });

    it("what cannot be read stays as typed, marked, with its reason, and F8 leads to it", async (grid) => {
      await grid.at("days", 4);
      await grid.type("mười ngày");
      await grid.keys("Enter");
      await grid.shows("days", 4, "mười ngày, chưa hợp lệ");
      await grid.keys("Control+Home", "F8");
      expect(await grid.page.locator(".bulk-grid-tip").innerText()).toMatch(
        /“mười ngày” chưa đọc được\.[\s\S]*Cần một số nguyên/,
      );
      expect(await grid.panel()).toMatch(/Chưa hợp lệ[\s\S]*mười ngày/);
      expect(await grid.colour("days", 4, 40, 3)).toBe("#fdeaed");
      expect(await grid.colour("days", 4, 4, 4)).toBe("#c4203c");
    });
  });

  describe("ranges", () => {
    it("200 × 5 cells are pasted over frozen and other columns as one step, and undone as one", async (grid) => {
      await grid.at("code", 0);
      const line = (n: number) => `00${n}\t"Dòng ""${n}"""\tĐất đai\tso tu phap\tHuyện; Xã`;
      await grid.paste(Array.from({ length: 200 }, (_, n) => line(n)).join("\r\n") + "\r\n");
      await grid.shows("code", 0, /^000, đã sửa/);
      await grid.shows("name", 3, /^Dòng "3", đã sửa/);
      await grid.shows("agency", 0, /^Sở Tư pháp, đã sửa/);
      expect(await grid.panel()).toContain("200 dòng");
      await grid.keys("Control+Z");
      await grid.shows("code", 0, "3.000347");
      expect(await grid.panel()).toContain("Chưa có thay đổi nào");
      await grid.keys("Control+Y");
      await grid.shows("tiers", 0, /^Huyện, Xã, đã sửa/);
    });

    it("a range drawn with the mouse is copied, summed, and filled by one value", async (grid) => {
      const from = await grid.point("name", 0);
      const to = await grid.point("fee", 1);
      await grid.page.mouse.move(from.x, from.y);
      await grid.page.mouse.down();
      await grid.page.mouse.move(to.x, to.y, { steps: 4 });
      await grid.page.mouse.up();
      expect(await grid.copied()).toBe(
        "Đổi giấy phép lái xe\tĐường bộ\tSở Giao thông vận tải\tTỉnh\t5\t110.000\r\nCấp lại giấy phép lái xe\tĐường bộ\tSở Giao thông vận tải\tTỉnh\t60\t110.000",
      );
      await grid.at("fee", 0);
      await grid.keys("Shift+ArrowDown", "Shift+ArrowDown");
      expect(await grid.page.locator(".bulk-grid-status").innerText()).toMatch(/3 ô đã chọn[\s\S]*Tổng 335\.000/);
      await grid.paste("5.000");
      await grid.shows("fee", 2, "5.000, đã sửa, trước là 115.000");
    });

    it("the fill handle and Ctrl+D repeat, Delete clears", async (grid) => {
      await grid.at("days", 1);
      const cell = await grid.point("days", 1);
      const corner = { x: cell.x + 48, y: cell.y + 12 };
      await grid.page.mouse.move(corner.x, corner.y);
      await grid.page.mouse.down();
      await grid.page.mouse.move(corner.x, corner.y + 56, { steps: 5 });
      await grid.page.mouse.up();
      await grid.shows("days", 3, "60, đã sửa, trước là 2");
      await grid.at("legs", 0);
      await grid.keys("Shift+ArrowDown", "Shift+ArrowDown", "Control+D");
      await grid.shows("legs", 2, "Trả, Nhận, đã sửa, trước là Trả");
      await grid.keys("Delete");
      await grid.shows("legs", 0, "đã sửa, trước là Trả, Nhận");
    });

    it("100,000 rows: the last one is a key away, and typing under it makes a new row", async (grid) => {
      await grid.keys("Control+End");
      await grid.shows("code", 99_999, "2.100000");
      await grid.keys("ArrowDown", "Home", "ArrowRight");
      await grid.type("Thủ tục mới");
      await grid.keys("Enter");
      await grid.shows("name", 100_000, "Thủ tục mới, dòng mới");
      expect(await grid.panel()).toContain("Dòng mới");
    });
  });

  it("staged edits and the reason survive a reload, and are announced", async (grid) => {
    await grid.at("days", 0);
    await grid.type("mười ngày");
    await grid.keys("Enter");
    await grid.type("9");
    await grid.keys("Enter");
    await grid.page.getByPlaceholder(/Ghi trong lịch sử/).fill("Lý do dở dang");
    await grid.page.reload();
    await grid.ready();
    await grid.shows("days", 0, "mười ngày, chưa hợp lệ");
    await grid.shows("days", 1, "9, đã sửa, trước là 60");
    expect(await grid.page.getByPlaceholder(/Ghi trong lịch sử/).inputValue()).toBe("Lý do dở dang");
    expect(await grid.page.locator(".bulk-grid-note.is-restored").innerText()).toContain("Đã lấy lại 2 dòng chưa lưu");
  });

  it("for those who may only look: names of what is referred to, nothing to write with, and a passing word on typing", async (grid, url) => {
    await grid.go(`${url}?read`);
    await grid.shows("agency", 0, "Sở Giao thông vận tải");
    expect(await grid.page.locator(".bulk-grid-panel").count()).toBe(0);
    expect(await grid.page.getByRole("button", { name: /Thêm dòng|Xóa dòng|Hoàn tác|Chờ lưu/ }).count()).toBe(0);
    expect(await grid.page.locator("body").innerText()).not.toMatch(/Lý do|Gõ vào ô để sửa/);
    await grid.at("name", 0);
    await grid.type("x");
    expect(await grid.page.locator(".bulk-grid-toast").innerText()).toContain("chỉ đọc");
    await grid.keys("ArrowDown");
    expect(await grid.page.locator(".bulk-grid-toast").count()).toBe(0);
  });

  it("on a phone only the name stays in view, in at most half of the width, and the button above the page's bar", async (grid) => {
    await grid.page.locator(".bulk-grid-panel").getByRole("button", { name: "Đóng" }).click();
    await grid.page.setViewportSize({ width: 390, height: 844 });
    await grid.page
      .locator("[role=columnheader]:nth-child(2)", { hasText: "Tên thủ tục" })
      .waitFor({ state: "attached" });
    const box = await grid.page.locator("canvas[data-testid=data-grid-canvas]").boundingBox();
    await grid.page.mouse.click((box?.x ?? 0) + 205, (box?.y ?? 0) + 32 + 14);
    expect(await grid.page.locator(".bulk-grid-live").textContent()).toMatch(/^Mã,/);
    await grid.page.getByRole("button", { name: /Chờ lưu/ }).click();
    const save = await grid.page.getByRole("button", { name: /Xem trước và lưu/ }).boundingBox();
    expect((save?.y ?? 0) + (save?.height ?? 0)).toBeLessThanOrEqual(844 - 56);
  });

  it("has the roles of a grid, tells the selected cell, and speaks English", async (grid, url) => {
    await grid.go(`${url}?lang=en`);
    await grid.at("name", 0);
    expect(await grid.page.locator("canvas [role=gridcell], [role=gridcell]").count()).toBeGreaterThan(100);
    expect(await grid.page.locator("[role=grid]").count()).toBe(1);
    expect(await grid.page.locator("[role=columnheader]").count()).toBeGreaterThan(8);
    await grid.type("Renewal");
    await grid.keys("Enter", "ArrowUp");
    const told = "Name, Renewal, Renewal, changed, before Đổi giấy phép lái xe";
    expect(await grid.page.locator(".bulk-grid-live").textContent()).toBe(told);
    expect(await grid.page.locator(".bulk-grid-sink").getAttribute("aria-label")).toBe(told);
    expect(await grid.panel()).toMatch(/Changes to save[\s\S]*Preview and save 1 row/);
  });
});
