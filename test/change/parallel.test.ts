import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import type { PersonKey } from "../support/people";
import { askChange, change, make } from "./change-speech";

const CLIENTS: PersonKey[] = ["chi", "quan", "chi"];
const ROUNDS = 200;
/** Rows that all clients write, so that they meet. */
const SHARED = 4;

interface Acknowledged {
  note: string;
  rows: { id: string; version: number }[];
}

eachEngine((engine) => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi(engine);
  });
  afterAll(() => api.close());

  test("of three clients with two hundred change sets each, all is there that was acknowledged and nothing else", async () => {
    const chi = await api.as("chi");
    const ids = await make(
      chi,
      "Sector",
      ...Array.from({ length: SHARED + CLIENTS.length }, (_, i) => ({ nameVi: `Dùng chung ${i}` })),
    );
    const versions = new Map(ids.map((id) => [id, 1]));
    const values = new Map<string, string>();
    const acknowledged: Acknowledged[] = [];
    let refusedOnPurpose = 0;
    let stale = 0;

    const client = async (key: PersonKey, number: number): Promise<void> => {
      const who: Asker = await api.as(key);
      const own = ids[SHARED + number];
      for (let round = 0; round < ROUNDS; round++) {
        const note = `${number}/${round}`;
        const shared = ids[(round + number) % SHARED];
        const isMeantToFail = round % CLIENTS.length === number;
        const changes = [own, shared].map((id) => ({
          update: { id, version: versions.get(id)!, set: { nameEn: `${note} ${id}` } },
        }));
        const doomed = { update: { id: own, version: versions.get(own)!, set: { nameVi: "Dùng chung 0" } } };
        const batch = isMeantToFail ? [changes[1], doomed] : changes;
        const reply = await askChange(who, "Sector", batch, { note });
        if (reply.errors) {
          expect(reply.errors[0].extensions.code).toBe("BUSY");
          continue;
        }
        const { changeSet, rows, problems } = reply.data.result;
        if (isMeantToFail) {
          expect(changeSet).toBeNull();
          refusedOnPurpose++;
          continue;
        }
        if (problems.length > 0) {
          expect(problems[0]).toMatchObject({ code: "STALE", id: shared });
          stale++;
          // What the person would do: read the row again.
          const { sector } = await who.data(`query($id: ID!) { sector(id: $id) { version } }`, { id: shared });
          versions.set(shared, Math.max(sector.version, versions.get(shared)!));
          continue;
        }
        acknowledged.push({ note, rows });
        for (const row of rows) {
          if (row.version > versions.get(row.id)!) versions.set(row.id, row.version);
          values.set(`${row.id}:${row.version}`, `${note} ${row.id}`);
        }
      }
    };
    await Promise.all(CLIENTS.map(client));

    const { sectors } = await chi.data(
      `query($ids: [ID!]) { sectors(filter: { id: { in: $ids } }, limit: 100) { items { id version nameVi nameEn } } }`,
      { ids },
    );
    for (const row of sectors.items) {
      expect(row.nameVi).toBe(`Dùng chung ${ids.indexOf(row.id)}`);
      // Every version between the first and the last was acknowledged to exactly one client.
      for (let version = 2; version <= row.version; version++) expect(values.has(`${row.id}:${version}`)).toBe(true);
      expect(values.has(`${row.id}:${row.version + 1}`)).toBe(false);
      expect(row.nameEn).toBe(values.get(`${row.id}:${row.version}`));
    }

    const kept = await api.app.database.read(
      "SELECT s.note, r.row_id, r.version_after, r.after, s.row_count, p.name FROM change_row r JOIN change_set s ON s.id = r.change_set_id " +
        "JOIN person p ON p.id = s.person_id WHERE s.note IS NOT NULL AND s.note LIKE '_/%' ORDER BY s.id, r.sequence",
    );
    const byNote = new Map<string, Acknowledged["rows"]>();
    for (const [note, id, version, after, count, name] of kept as [string, number, number, string, number, string][]) {
      byNote.set(note, [...(byNote.get(note) ?? []), { id: String(id), version }]);
      expect(JSON.parse(after)).toEqual({ nameEn: `${note} ${id}` });
      expect(count).toBe(2);
      expect(name).toBe(CLIENTS[Number(note[0])] === "chi" ? "Chi" : "Quân");
    }
    expect(byNote.size).toBe(acknowledged.length);
    for (const { note, rows } of acknowledged)
      expect(byNote.get(note)).toEqual(rows.map(({ id, version }) => ({ id, version })));
    expect(refusedOnPurpose).toBeGreaterThan(ROUNDS - 10);
    expect(acknowledged.length + stale).toBeGreaterThan(ROUNDS);
    expect(acknowledged.length).toBeGreaterThan(100);
  });

  test("of ten people who save one version of a row, one is told that it was saved and nine by whom", async () => {
    const chi = await api.as("chi");
    const quan = await api.as("quan");
    const [id] = await make(chi, "Sector", { nameVi: "Một phiên bản" });
    for (let version = 1; version <= 5; version++) {
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          change(i % 2 ? chi : quan, "Sector", [{ update: { id, version, set: { nameEn: `${version}.${i}` } } }]),
        ),
      );
      const saved = results.filter((r) => r.changeSet);
      expect(saved).toHaveLength(1);
      const { name } = saved[0].changeSet!.person;
      for (const { problems } of results.filter((r) => !r.changeSet)) {
        expect(problems[0]).toMatchObject({ code: "STALE", field: "version", id });
        expect(problems[0].messageVi).toContain(name);
        expect(problems[0].messageEn).toContain(name);
      }
    }
  });
});
