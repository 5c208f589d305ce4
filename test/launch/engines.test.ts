import { createConnection } from "mysql2/promise";
import { inChromium, launchChromium } from "../support/chromium";
import { eachEngine, mariadbUrl } from "../support/engines";

describe("what the tests run on", () => {
  eachEngine((engine) => {
    test("a database answers and keeps Vietnamese text", async () => {
      const text = "Thủ tục đăng ký hộ tịch 𠀋";
      if (engine === "sqlite") {
        const Database = require("better-sqlite3");
        const database = new Database(":memory:");
        expect(database.prepare("SELECT ? AS text").get(text)).toEqual({ text });
        database.close();
      } else {
        const connection = await createConnection({
          uri: mariadbUrl!.replace("mariadb:", "mysql:"),
          charset: "utf8mb4",
        });
        const [rows] = await connection.execute("SELECT ? AS text", [text]);
        expect(rows).toEqual([{ text }]);
        await connection.end();
      }
    });
  });

  inChromium("the browser", () => {
    test("opens a page", async () => {
      const browser = await launchChromium();
      const page = await browser.newPage();
      await page.setContent("<h1>Danh Mục</h1>");
      expect(await page.textContent("h1")).toBe("Danh Mục");
      await browser.close();
    });
  });
});
