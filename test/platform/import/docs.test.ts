import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startApi, type Api, type Asker } from "../../support/api";
import { csv, Sender } from "./import-speech";

const run = promisify(execFile);
const page = readFileSync(join(__dirname, "../../../docs/import.md"), "utf8");

describe("docs/import.md", () => {
  let api: Api;
  let address: string;
  let token: string;
  const folder = mkdtempSync(join(tmpdir(), "danh-muc-docs-"));
  beforeAll(async () => {
    api = await startApi("sqlite", { seed: "demo" });
    address = await api.app.http.listen({ host: "127.0.0.1", port: 0 });
    const chi = await api.as("chi");
    const { cookie } = await Sender.of(api, chi.person!);
    const [name, value] = cookie.split("=");
    writeFileSync(join(folder, "cookies.txt"), `127.0.0.1\tFALSE\t/\tFALSE\t0\t${name}\t${value}\n`);
    writeFileSync(join(folder, "sectors.csv"), csv("Mã,Tên lĩnh vực", "CURL,Bằng curl", "TRONG,"));
    const { procedures, agencies, periods, made } = await known(chi);
    token = made.secret;
    const report = csv(
      "MaDonVi,MaTTHC,TongTiepNhan,TiepNhanTrucTiep,TiepNhanBCCI,TiepNhanTrucTuyen",
      `STP,${procedures.items[0].code},9,6,2,1`,
    );
    writeFileSync(join(folder, "phat-sinh-ho-so.csv"), report);
    // The numbers of the page are examples: here they are those of rows that are there.
    const [agency] = agencies.items;
    const ids = {
      period: periods.items[0].id,
      procedure: procedures.items[0].id,
      receptionUnit: agency.id,
      agency: agency.id,
    };
    const body = JSON.parse(/```json\n([\s\S]+?)```/.exec(page)![1]) as {
      variables: { changes: { create: object }[] };
    };
    Object.assign(body.variables.changes[0].create, ids);
    writeFileSync(join(folder, "counts.json"), JSON.stringify(body));
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  async function known(chi: Asker) {
    const rows =
      await chi.data(`{ procedures(filter: { status: { eq: IN_FORCE }, code: { isNull: false } }, limit: 1) { items { id code } }
      agencies(filter: { code: { eq: "STP" } }) { items { id } } periods(filter: { name: { eq: "Tháng 7/2019" } }) { items { id } } }`);
    const { createToken: made } = await chi.data(
      `mutation { createToken(name: "Phần mềm một cửa", mayChange: true) { secret } }`,
    );
    return { ...rows, made };
  }

  const commands = [...page.matchAll(/^curl .+$/gm)].map(([line]) => line);

  test("its commands do what it says, one after the other", async () => {
    expect(commands).toHaveLength(6);
    const said: string[] = [];
    for (const line of commands) {
      const { stdout } = await run("sh", ["-c", line.replace("http://127.0.0.1:4000", address)], {
        cwd: folder,
        env: { ...process.env, TOKEN: token },
      });
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
    expect(JSON.parse(said[4])).toMatchObject({ dryRun: true, new: 1, wrong: 0, filled: "agency" });
    expect(JSON.parse(said[5])).toEqual({
      data: { changeCounts: { changeSet: { id: expect.any(String) }, problems: [] } },
    });
  });
});
