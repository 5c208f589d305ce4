import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { installation } from "../../server/installation";
import { readBytes } from "../platform/export/exported";
import { startApi, type Api } from "../support/api";
import { eachEngine } from "../support/engines";

const run = promisify(execFile);
const document = readFileSync(join(installation, "docs", "reporting.md"), "utf8");
/** The blocks of the document in a language, in order. */
const blocks = (language: string): string[] =>
  [...document.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "gm"))].map(([, text]) => text);
const RECIPES = blocks("sh");

eachEngine((engine) => {
  let api: Api;
  let env: Record<string, string>;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    const URL = await api.app.http.listen({ port: 0, host: "127.0.0.1" });
    const an = await api.as("an");
    const made = await an.data(`mutation { createToken(name: "Công cụ báo cáo") { secret } }`);
    env = {
      ...(process.env as Record<string, string>),
      URL,
      TOKEN: made.createToken.secret,
      no_proxy: "*",
      NO_PROXY: "*",
    };
  });
  afterAll(() => api.close());

  /** What a recipe of the document prints, run as it stands there. */
  const printed = async (at: number): Promise<Buffer> =>
    (await run("sh", ["-c", RECIPES[at]], { env, encoding: "buffer", maxBuffer: 2 ** 26 })).stdout;
  const table = async (csv: Buffer): Promise<unknown[][]> => (await readBytes(csv, "a.csv")).map((row) => row.values);

  test("the document has four recipes for curl", () => expect(RECIPES).toHaveLength(4));

  test("dossiers by agency come as JSON and add up to the year", async () => {
    const { data } = JSON.parse((await printed(0)).toString());
    const { items, total } = data.countTotals;
    expect(items).toHaveLength(total);
    expect(items.reduce((sum: number, item: { received: number }) => sum + item.received, 0)).toBe(48_000);
    expect(items.find((item: { agency: { code: string } }) => item.agency.code === "SGTVT")).toMatchObject({
      received: 14_200,
      receivedPost: 118,
    });
  });

  test("by month and channel they come as CSV under the names asked for", async () => {
    const [heads, ...rows] = await table(await printed(1));
    expect(heads).toEqual(["thang", "kenh", "received", "returned"]);
    expect(rows).toHaveLength(36);
    expect(rows.slice(0, 3).map((row) => row.slice(0, 2))).toEqual([
      ["2018-01", "COUNTER"],
      ["2018-01", "POST"],
      ["2018-01", "ONLINE"],
    ]);
    expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(48_000);
  });

  test("by level, with variables", async () => {
    const [heads, ...rows] = await table(await printed(2));
    expect(heads).toEqual(["levelScheme", "level", "received", "receivedOnline", "rows", "blankRows"]);
    const three = rows.find((row) => String(row[1]) === "3")!;
    expect([three[0], Number(three[2]), Number(three[3])]).toEqual(["ND43_2011", 8_400, 2_856]);
  });

  test("the counts themselves, under the words of the lists", async () => {
    const [heads, ...rows] = await table(await printed(3));
    expect(heads.slice(0, 2)).toEqual(["Kỳ báo cáo.Tên kỳ", "Thủ tục.Mã TTHC"]);
    expect(rows.length).toBeGreaterThan(100);
  });

  test("what Power Query sends is answered with the columns that it names", async () => {
    const [recipe] = blocks("text").filter((text) => text.startsWith("let"));
    const query = /Query = "([^"]*)"/.exec(recipe)![1];
    const answer = await fetch(`${env.URL}/graphql`, {
      method: "POST",
      headers: { authorization: `Bearer ${env.TOKEN}`, accept: "text/csv", "content-type": "application/json" },
      body: JSON.stringify({ query, variables: { filter: { from: "2018-01-01", to: "2018-12-31" } } }),
    });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
    const [heads, ...rows] = await table(Buffer.from(await answer.arrayBuffer()));
    const named = [...recipe.matchAll(/\{"(\w+)", Int64\.Type\}/g)].map(([, name]) => name);
    expect(heads).toEqual(["agency.code", "agency.nameVi", "month", ...named]);
    expect(rows.length).toBeGreaterThan(100);
  });

  test("a token that only reads changes nothing, and none reads nothing", async () => {
    const ask = async (headers: Record<string, string>, query: string) => {
      const all = { accept: "application/json", "content-type": "application/json", ...headers };
      const answer = await fetch(`${env.URL}/graphql`, {
        method: "POST",
        headers: all,
        body: JSON.stringify({ query }),
      });
      return (await answer.json()).errors?.[0].extensions.code;
    };
    const totals = "{ countTotals(groupBy: [MONTH]) { total } }";
    expect(await ask({}, totals)).toBe("SIGN_IN");
    const bearer = { authorization: `Bearer ${env.TOKEN}` };
    expect(await ask(bearer, totals)).toBeUndefined();
    expect(
      await ask(
        bearer,
        `mutation { changeCounts(changes: [{ delete: { id: "1", version: 1 } }]) { problems { code } } }`,
      ),
    ).toBe("FORBIDDEN");
    // What is no table is refused before it is carried out.
    const refused = await fetch(`${env.URL}/graphql`, {
      method: "POST",
      headers: { ...bearer, accept: "text/csv", "content-type": "application/json" },
      body: JSON.stringify({ query: totals }),
    });
    expect(refused.status).toBe(406);
  });
});
