import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startApi, type Api } from "../../support/api";
import { csv, Sender } from "./import-speech";

const run = promisify(execFile);
const page = readFileSync(join(__dirname, "../../../docs/import.md"), "utf8");

describe("docs/import.md", () => {
  let api: Api;
  let address: string;
  const folder = mkdtempSync(join(tmpdir(), "danh-muc-docs-"));
  beforeAll(async () => {
    api = await startApi("sqlite", { seed: "demo" });
    address = await api.app.http.listen({ host: "127.0.0.1", port: 0 });
    const { cookie } = await Sender.of(api, (await api.as("chi")).person!);
    const [name, value] = cookie.split("=");
    writeFileSync(join(folder, "cookies.txt"), `127.0.0.1\tFALSE\t/\tFALSE\t0\t${name}\t${value}\n`);
    writeFileSync(join(folder, "sectors.csv"), csv("Mã,Tên lĩnh vực", "CURL,Bằng curl", "TRONG,"));
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  const commands = [...page.matchAll(/^curl .+$/gm)].map(([line]) => line);

  test("its commands do what it says, one after the other", async () => {
    expect(commands).toHaveLength(4);
    const said: string[] = [];
    for (const line of commands) {
      const { stdout } = await run("sh", ["-c", line.replace("http://127.0.0.1:4000", address)], { cwd: folder });
      said.push(stdout);
    }
    expect(JSON.parse(said[0])).toMatchObject({ dryRun: true, new: 1, wrong: 1, changeSet: null });
    expect(JSON.parse(said[1])).toMatchObject({
      dryRun: false,
      new: 1,
      wrong: 1,
      changeSet: { id: expect.any(String) },
    });
    for (const name of ["errors.xlsx", "template.xlsx"])
      expect(readFileSync(join(folder, name)).subarray(0, 2).toString()).toBe("PK");
  });
});
