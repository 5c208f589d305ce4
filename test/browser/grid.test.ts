import type { Browser } from "playwright-core";
import { inChromium, launchChromium } from "../support/chromium";
import { GridPage } from "./grid-harness/grid-page";
import { serveHarness } from "./grid-harness/serve-harness";

inChromium("the grid", () => {
  let browser: Browser;
  let harness: { url: string; close(): Promise<void> };
  let grid: GridPage;

  beforeAll(async () => {
    [harness, browser] = await Promise.all([serveHarness(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await harness?.close();
  });
  beforeEach(async () => {
    grid = await GridPage.open(browser, harness.url);
  });
  afterEach(async () => {
    expect(grid.errors).toEqual([]);
    await grid.close();
  });

  describe("typing", () => {
    it("a composition straight into a selected cell arrives whole, and its Enter commits nothing", async () => {
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

    it("text that an input method inserts without keys is not lost", async () => {
      await grid.at("name", 1);
      await grid.cdp.send("Input.insertText", { text: "Nguyễn Thị Ánh Tuyết" });
      await grid.keys("Enter");
      await grid.shows("name", 1, /^Nguyễn Thị Ánh Tuyết, đã sửa/);
    });

    it("keys with no time between them land in the cells they were meant for", async () => {
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

    it("into a frozen column after scrolling sideways works as anywhere", async () => {
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

    it("F2 edits what is there, Escape gives it back; a second click does not open the cell, a double click does", async () => {
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

    it("Tab and Enter move as in a spreadsheet; a date is read day first", async () => {
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

    it("what cannot be read stays as typed, marked, with its reason, and F8 leads to it", async () => {
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

  describe("lists", () => {
    it("a choice is taken from its list by typing without accents", async () => {
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

    it("a reference is searched as one types, and typing faster than the search loses nothing", async () => {
      await grid.at("agency", 0);
      await grid.type("tu phap");
      await grid.page.waitForSelector(".bulk-grid-list [role=option]");
      await grid.keys("Enter");
      await grid.type("h61.15");
      await grid.keys("Enter");
      await grid.shows("agency", 0, /^Sở Tư pháp, đã sửa/);
      await grid.shows("agency", 1, /^Sở Văn hóa, Thể thao và Du lịch, đã sửa/);
    });

    it("several choices are ticked, by keys and by the mouse", async () => {
      await grid.at("tiers", 0);
      await grid.keys("F2", "ArrowDown", "Space");
      await grid.page.locator(".bulk-grid-list [role=option]", { hasText: "Xã" }).click();
      await grid.keys("Enter");
      await grid.shows("tiers", 0, "Tỉnh, Huyện, Xã, đã sửa, trước là Tỉnh");
    });

    it("several choices are typed, opened first or not, with the comma that the cell shows", async () => {
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

    it("the selected cell of a list shows that it has one, and a click on the mark opens it", async () => {
      const { x, y } = await grid.point("sector", 1);
      await grid.page.mouse.click(x + 108 / 2 - 10, y);
      expect(await grid.page.locator(".bulk-grid-list").count()).toBe(0);
      await grid.page.waitForTimeout(600);
      await grid.page.mouse.click(x + 108 / 2 - 10, y);
      await grid.page.waitForSelector(".bulk-grid-list");
      await grid.keys("Escape");
    });
  });

  describe("ranges", () => {
    it("200 × 5 cells are pasted over frozen and other columns as one step, and undone as one", async () => {
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

    it("a range drawn with the mouse is copied, summed, and filled by one value", async () => {
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

    it("the fill handle and Ctrl+D repeat, Delete clears", async () => {
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

    it("100,000 rows: the last one is a key away, and typing under it makes a new row", async () => {
      await grid.keys("Control+End");
      await grid.shows("code", 99_999, "2.100000");
      await grid.keys("ArrowDown", "Home", "ArrowRight");
      await grid.type("Thủ tục mới");
      await grid.keys("Enter");
      await grid.shows("name", 100_000, "Thủ tục mới, dòng mới");
      expect(await grid.panel()).toContain("Dòng mới");
    });
  });

  describe("saving", () => {
    it("shows the dry run, saves good rows as one change set, and keeps the refused row with its reason", async () => {
      await grid.at("fee", 0);
      await grid.type("135000");
      await grid.keys("Enter");
      await grid.at("code", 1);
      await grid.type("9.999999");
      await grid.keys("Enter", "Control+S");
      const dialog = grid.page.locator("dialog.bulk-grid-dialog");
      await dialog.waitFor();
      expect(await dialog.innerText()).toMatch(/Lưu 1 dòng\?[\s\S]*110\.000[\s\S]*135\.000[\s\S]*Mã 9\.999999 đã có/);
      expect(await grid.server((rows) => rows.changeSets)).toBe(0);
      await grid.type("Thông báo của Sở");
      await grid.keys("Enter");
      await dialog.waitFor({ state: "detached" });
      const requests = await grid.server((rows) =>
        rows.requests.map(({ dryRun, note, mode, changes }) => ({ dryRun, note, mode, changes })),
      );
      const changes = [
        { update: { id: "1", version: 1, set: { fee: "135000" } } },
        { update: { id: "2", version: 1, set: { code: "9.999999" } } },
      ];
      expect(requests).toEqual([
        { dryRun: true, note: "", mode: "GOOD_ROWS", changes },
        { dryRun: false, note: "Thông báo của Sở", mode: "GOOD_ROWS", changes },
      ]);
      expect(await grid.page.locator(".bulk-grid-toast").innerText()).toContain("Đã lưu 1 dòng, lần cập nhật #1285");
      await grid.shows("fee", 0, "135.000");
      await grid.shows("code", 1, "9.999999, chưa hợp lệ");
      expect(await grid.panel()).toContain("Mã 9.999999 đã có");
    });

    it("counts alike everywhere what is saved and what is not, and names each row that stays", async () => {
      await grid.at("days", 0);
      for (const text of ["7", "x", "8", "9"]) {
        await grid.type(text);
        await grid.keys("Enter");
      }
      await grid.at("code", 4);
      await grid.type("9.999999");
      await grid.keys("Enter");
      expect(await grid.panel()).toMatch(/5 dòng[\s\S]*lưu 4 dòng[\s\S]*1 dòng chưa hợp lệ không lưu lần này/);
      await grid.keys("Control+S");
      const dialog = grid.page.locator("dialog.bulk-grid-dialog");
      await dialog.waitFor();
      expect(await dialog.innerText()).toMatch(
        /Lưu 3 dòng\?[\s\S]*3 dòng lưu được, 2 dòng không[\s\S]*2 dòng không lưu lần này, vì:[\s\S]*“x”[\s\S]*số nguyên[\s\S]*Mã 9\.999999 đã có/,
      );
      await grid.keys("Enter");
      await dialog.waitFor({ state: "detached" });
      expect(await grid.page.locator(".bulk-grid-toast").innerText()).toMatch(/Đã lưu 3 dòng[\s\S]*2 dòng chưa lưu/);
      expect(await grid.panel()).toContain("2 dòng");
    });

    it("many changed rows scroll in their list: the reason and the button stay on the screen", async () => {
      await grid.page.setViewportSize({ width: 1280, height: 640 });
      await grid.at("days", 0);
      for (let n = 0; n < 12; n++) {
        await grid.type(String(70 + n));
        await grid.keys("Enter");
      }
      const save = grid.page.getByRole("button", { name: /Xem trước và lưu 12 dòng/ });
      const box = await save.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
      const list = await grid.page.locator(".bulk-grid-pending").evaluate((el) => [el.scrollHeight, el.clientHeight]);
      expect(list[0]).toBeGreaterThan(list[1]);
      expect(await grid.page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(640);
    });

    it("dropping all is asked for in the grid's own words, and can be undone", async () => {
      await grid.at("days", 0);
      await grid.type("7");
      await grid.keys("Enter");
      await grid.page.getByRole("button", { name: "Bỏ hết" }).click();
      const dialog = grid.page.locator("dialog.bulk-grid-dialog");
      expect(await dialog.innerText()).toContain("Bỏ hết 1 dòng chưa lưu?");
      await dialog.getByRole("button", { name: "Giữ lại" }).click();
      expect(await grid.panel()).toContain("1 dòng");
      await grid.page.getByRole("button", { name: "Bỏ hết" }).click();
      await dialog.getByRole("button", { name: "Bỏ hết" }).click();
      expect(await grid.panel()).toContain("Chưa có thay đổi nào");
    });

    it("all or nothing does not begin while a row is not valid", async () => {
      await grid.at("days", 0);
      await grid.type("x");
      await grid.keys("Enter");
      await grid.type("9");
      await grid.keys("Enter");
      await grid.page.getByLabel("Tất cả hoặc không").check();
      expect(await grid.page.getByRole("button", { name: /Xem trước và lưu/ }).isDisabled()).toBe(true);
      expect(await grid.panel()).toContain("1 dòng chưa hợp lệ");
    });

    it("a row that somebody saved meanwhile: other fields merge, the same field waits for a choice", async () => {
      await grid.at("fee", 0);
      await grid.type("135000");
      await grid.keys("Enter");
      await grid.type("136000");
      await grid.keys("Enter");
      await grid.server((rows) => {
        rows.others("1", { fee: "120000" });
        rows.others("2", { days: 61 });
      });
      await grid.keys("Control+S");
      const dialog = grid.page.locator("dialog.bulk-grid-dialog");
      await dialog.waitFor();
      expect(await dialog.innerText()).toContain("Trần Thị Hạnh đã lưu dòng này lúc 9:41.");
      expect(await grid.page.locator(".bulk-grid-toast").textContent()).toContain(
        "1 dòng vừa được người khác sửa ở ô khác",
      );
      await grid.keys("Escape");
      expect(await grid.page.evaluate(() => document.activeElement?.className)).toBe("bulk-grid-sink");
      await grid.shows("fee", 0, "135.000, trùng sửa");
      const panel = grid.page.locator(".bulk-grid-panel");
      expect(await panel.innerText()).toMatch(/Trùng sửa[\s\S]*Của tôi: 135\.000[\s\S]*Của người kia: 120\.000/);
      expect(await panel.locator("fieldset input:checked").count()).toBe(0);
      await panel.getByLabel(/Của tôi/).click();
      await grid.page.getByRole("button", { name: /Xem trước và lưu 2 dòng/ }).click();
      await dialog.getByRole("button", { name: "Lưu 2 dòng" }).click();
      await dialog.waitFor({ state: "detached" });
      expect(await grid.server((rows) => rows.one("1"))).toMatchObject({ version: 3, values: { fee: "135000" } });
      expect(await grid.server((rows) => rows.one("2"))).toMatchObject({
        version: 3,
        values: { fee: "136000", days: 61 },
      });
    });

    it("an answer that is lost is not taken for a save: the same save goes out again and is written once", async () => {
      await grid.at("fee", 0);
      await grid.type("135000");
      await grid.keys("Enter");
      await grid.server((rows) => void rows.failing.push("lost"));
      await grid.keys("Control+S");
      const dialog = grid.page.locator("dialog.bulk-grid-dialog");
      await dialog.waitFor();
      await grid.keys("Enter");
      await dialog.getByRole("alert").waitFor();
      expect(await grid.panel()).toContain("135.000");
      await dialog.getByRole("button", { name: "Lưu 1 dòng" }).click();
      await dialog.waitFor({ state: "detached" });
      expect(await grid.server((rows) => rows.changeSets)).toBe(1);
      expect(await grid.panel()).toContain("Chưa có thay đổi nào");
    });

    it("rows are marked for deletion, drawn so, and deleted by the save", async () => {
      await grid.at("name", 10);
      await grid.keys("Control+-");
      await grid.shows("name", 10, "Đăng ký kết hôn, sẽ xóa");
      await grid.type("x");
      expect(await grid.page.locator(".bulk-grid-toast").innerText()).toContain("chỉ đọc");
      await grid.keys("Control+S");
      await grid.page.locator("dialog.bulk-grid-dialog").waitFor();
      await grid.keys("Enter");
      await grid.page.locator("dialog.bulk-grid-dialog").waitFor({ state: "detached" });
      expect(await grid.server((rows) => rows.requests.at(-1)?.changes)).toEqual([
        { delete: { id: "11", version: 1 } },
      ]);
    });
  });

  it("staged edits and the reason survive a reload, and are announced", async () => {
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

  it("has the roles of a grid, tells the selected cell, and speaks English", async () => {
    await grid.go(`${harness.url}?lang=en`);
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
