import { languageOf, wantsCsv } from "../../../server/platform/export/accepted";
import { startApi, type Api } from "../../support/api";
import { eachEngine } from "../../support/engines";
import { readBytes, signedIn } from "./exported";

test.each([
  ["text/csv", true],
  ["TEXT/CSV", true],
  ["text/csv, application/json;q=0.9", true],
  ["text/csv;q=0.5, application/json", false],
  ["application/json, text/csv;q=0.5, */*", false],
  ["text/csv, */*;q=0.1", true],
  ["text/csv;q=0", false],
  ["text/csv;q=2", false],
  ["*/*", false],
  ["text/*", false],
  ["application/graphql-response+json, application/json;q=0.9", false],
  ["text/csv;header=present;q=0.8, application/json;q=0.8", true],
  [undefined, false],
])("Accept: %s is CSV: %s", (accept, is) => expect(wantsCsv(accept)).toBe(is));

test.each([
  [undefined, "vi"],
  ["en", "en"],
  ["en-GB,en;q=0.9,vi;q=0.8", "en"],
  ["vi,en;q=0.9", "vi"],
  ["fr", "vi"],
  ["*", "vi"],
])("Accept-Language: %s is answered in %s", (accept, language) => expect(languageOf(accept)).toBe(language));

eachEngine((engine) => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
  });
  afterAll(() => api.close());

  const ask = async (query: string, headers: Record<string, string> = {}, variables?: object) =>
    api.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", accept: "text/csv", ...(await signedIn(api, "chi")), ...headers },
      payload: { query, variables },
    });
  const rowsOf = async (query: string, headers?: Record<string, string>, variables?: object) => {
    const answer = await ask(query, headers, variables);
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "text/csv; charset=utf-8"]);
    return (await readBytes(answer.rawPayload, "a.csv")).map((row) => row.values);
  };

  test("the one list of a query is a table: exactly its rows, its values in the order asked for", async () => {
    const rows = await rowsOf(
      `query($n: Int) { p: procedures(limit: $n, filter: { search: "cap" }) { total items {
        ma: code nameVi sector { id nameVi } tiers postalLegs
        channels(limit: 2, sort: [{ id: ASC }]) { total items { channel leg feeVnd } } } } }`,
      {},
      { n: 3 },
    );
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual([
      "Mã TTHC",
      "Tên thủ tục",
      "Lĩnh vực.Mã dòng",
      "Lĩnh vực.Tên lĩnh vực",
      "Cấp thực hiện",
      rows[0][5],
      `${rows[0][7] as string}.total`,
      rows[0][7],
    ]);
    const { data } = await (
      await api.as("chi")
    ).ask(`{ procedures(limit: 3, filter: { search: "cap" }) { items { code nameVi sector { id nameVi } } } }`);
    expect(rows.slice(1).map((row) => row.slice(0, 4))).toEqual(
      data.procedures.items.map((p: { code: string; nameVi: string; sector: { id: string; nameVi: string } }) => [
        p.code,
        p.nameVi,
        p.sector.id,
        p.sector.nameVi,
      ]),
    );
    expect(rows[1][7]).toMatch(/^Trực tiếp, Tiếp nhận(, \d+)?; /);
  });

  test("words are English for who asks for English", async () => {
    const rows = await rowsOf(`{ decisions(limit: 2) { items { number kind } } }`, { "accept-language": "en-GB" });
    expect(rows[0]).toEqual(["Number", "Kind"]);
    expect(["Decision", "Decree", "Circular", "Resolution"]).toContain(rows[1][1]);
  });

  test("who takes JSON more gladly gets JSON", async () => {
    const answer = await ask(`{ decisions { total } }`, { accept: "text/csv;q=0.1, application/json" });
    expect(answer.json().data.decisions.total).toBeGreaterThan(0);
  });

  test.each([
    ["two lists", `{ decisions { items { id } } procedures { items { id } } }`],
    ["one row", `{ procedure(id: "1") { id } }`],
    ["a count alone", `{ decisions { total } }`],
    ["the viewer", `{ viewer { person { id } } }`],
    ["a change", `mutation { createToken(name: "a") { secret } }`],
  ])("%s is no table", async (_, query) => {
    const before = (await api.as("chi")).person!.id;
    const tokens = () => api.app.database.read("SELECT COUNT(*) FROM token WHERE person_id = ?", [Number(before)]);
    const had = await tokens();
    const answer = await ask(query);
    expect(answer.statusCode).toBe(406);
    expect(answer.json().errors[0].extensions).toMatchObject({ code: "BAD_INPUT", field: "query" });
    expect(await tokens()).toEqual(had);
  });

  test("errors are what they are in GraphQL", async () => {
    const wrong = await ask(`{ decisions { items { nosuch } } }`);
    expect([wrong.statusCode, wrong.json().errors[0].extensions.field]).toEqual([400, "nosuch"]);
    const broken = await ask(`{ decisions {`);
    expect([broken.statusCode, broken.json().errors[0].extensions.code]).toEqual([400, "BAD_INPUT"]);
    // Looked at before GraphQL has found it wrong, it has to end all the same.
    const round = await ask(
      `{ units { items { ...A } } } fragment A on Unit { parent { ...A } children { items { ...A } } }`,
    );
    expect([round.statusCode, round.json().errors[0].extensions.code]).toEqual([400, "BAD_INPUT"]);
    const much = await ask(`{ decisions(limit: 2000) { items { id } } }`);
    expect(much.json().errors[0].extensions.code).toBe("LIMIT");
    const nobody = await ask(`{ decisions { items { id } } }`, { cookie: "" });
    expect(nobody.json().errors[0].extensions.code).toBe("SIGN_IN");
  });
});
