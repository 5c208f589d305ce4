import naughty from "big-list-of-naughty-strings";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { change, fresh, make, undo } from "./change-speech";

const NUMBER = (i: number): string => `LẠ-${i}`;
/** Every string as it is, and as people leave it: with spaces behind, with letters taken apart, between other words. */
const STRINGS = [...new Set((naughty as string[]).flatMap((s) => [s, `${s}  `, s.normalize("NFD"), `x${s}\ty`]))]
  .filter((s) => s !== "" && !s.includes("\u0000"))
  .filter((s) => [...s.normalize("NFC")].length <= 700);
const BATCH = 500;

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let ids: string[] = [];
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
    for (let at = 0; at < STRINGS.length; at += BATCH) {
      const rows = STRINGS.slice(at, at + BATCH).map((title, i) => ({
        number: NUMBER(at + i),
        kind: "DECISION",
        issuer: "UBND tỉnh",
        title,
      }));
      ids = ids.concat(await make(chi, "Decision", ...rows));
    }
  });
  afterAll(() => api.close());

  const titles = async (): Promise<string[]> => {
    const out = new Map<string, string>();
    for (let offset = 0; offset < ids.length; offset += 1000) {
      const { decisions } = await chi.data(
        `query($o: Int) { decisions(limit: 1000, offset: $o, sort: [{ id: ASC }]) { items { id title } } }`,
        { o: offset },
      );
      for (const { id, title } of decisions.items) out.set(id, title);
    }
    return ids.map((id) => out.get(id)!);
  };
  const bytes = (strings: string[]): string[] => strings.map((s) => Buffer.from(s, "utf8").toString("hex"));

  test("there are many of them", () => expect(STRINGS.length).toBeGreaterThan(1000));

  test("each comes back byte for byte, composed, its spaces with it", async () => {
    expect(bytes(await titles())).toEqual(bytes(STRINGS.map((s) => s.normalize("NFC"))));
  });

  test("each is found by itself and by holding itself, and by no other", async () => {
    const composed = STRINGS.map((s) => s.normalize("NFC"));
    for (let at = 0; at < STRINGS.length; at += 15) {
      const chosen = STRINGS.slice(at, at + 15);
      const query = chosen
        .map(
          (_, i) => `e${i}: decisions(filter: { title: { eq: $s${i} } }) { items { title } }
            c${i}: decisions(filter: { title: { contains: $s${i} } }, limit: 1000) { total }`,
        )
        .join("\n");
      const variables = Object.fromEntries(chosen.map((s, i) => [`s${i}`, s]));
      const data = await chi.data(
        `query(${chosen.map((_, i) => `$s${i}: String`).join(", ")}) { ${query} }`,
        variables,
      );
      for (const [i, s] of chosen.entries()) {
        const nfc = s.normalize("NFC");
        const equal: string[] = data[`e${i}`].items.map((d: { title: string }) => d.title);
        expect(equal.length).toBeGreaterThan(0);
        expect(new Set(equal)).toEqual(new Set([nfc]));
        expect([s, data[`c${i}`].total]).toEqual([s, composed.filter((c) => c.includes(nfc)).length]);
      }
    }
  });

  test("they are changed to one another in one batch, kept in history, and undone", async () => {
    const few = ids.slice(0, BATCH);
    const turned = STRINGS.slice(0, BATCH).reverse();
    const result = await change(
      chi,
      "Decision",
      few.map((id, i) => ({ update: { id, version: 1, set: { title: turned[i] } } })),
      { note: STRINGS[40], key: "naughty" },
    );
    expect(result.problems).toEqual([]);
    expect(bytes((await titles()).slice(0, BATCH))).toEqual(bytes(turned.map((s) => s.normalize("NFC"))));
    const again = await change(
      chi,
      "Decision",
      few.map((id, i) => ({ update: { id, version: 1, set: { title: turned[i] } } })),
      { note: STRINGS[40], key: "naughty" },
    );
    expect(again).toEqual(result);
    expect((await undo(chi, result.changeSet!.id)).problems).toEqual([]);
    expect(bytes((await titles()).slice(0, BATCH))).toEqual(
      bytes(STRINGS.slice(0, BATCH).map((s) => s.normalize("NFC"))),
    );
  });

  test("a search for any of them is answered, and so is a sort", async () => {
    for (let at = 0; at < STRINGS.length; at += 60) {
      const search = [...STRINGS[at]].slice(0, 200).join("");
      const reply = await chi.ask(
        `query($s: String) { decisions(filter: { search: $s }, sort: [{ title: DESC }]) { total items { id } } }`,
        { s: search },
      );
      expect([search, reply.errors]).toEqual([search, undefined]);
    }
  });

  test("texts that differ by a space behind or by a letter's height are different texts, a zero byte is none", async () => {
    const name = fresh("Hộ tịch");
    await make(chi, "Sector", ...[name, `${name} `, ` ${name}`, name.toUpperCase()].map((nameVi) => ({ nameVi })));
    const twice = await change(chi, "Sector", [{ create: { nameVi: `${name} `.normalize("NFD") } }]);
    expect(twice.problems[0]).toMatchObject({ code: "NOT_UNIQUE", field: "nameVi" });
    const { sectors } = await chi.data(
      `query($n: String) { sectors(filter: { nameVi: { eq: $n } }) { items { nameVi } } }`,
      { n: `${name} ` },
    );
    expect(sectors.items).toEqual([{ nameVi: `${name} ` }]);
    const zero = await change(chi, "Sector", [{ create: { nameVi: "a\u0000b" } }]);
    expect(zero.problems[0]).toMatchObject({ code: "BAD_INPUT", field: "nameVi" });
  });
});
