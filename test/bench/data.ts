import type { App } from "../../server/app";
import type { Values } from "../../server/platform/changes/change";
import type { Person } from "../../server/platform/policy/policy";

/** How large the bench's province is. */
const SIZE = { sectors: 60, agencies: 200, decisions: 40, catalogs: 4, procedures: 2000, entriesEach: 2 };

const day = (n: number): string => new Date(Date.UTC(2010, 0, 1 + n)).toISOString().slice(0, 10);

/** Fills an empty database through the change path: the same rows every time. */
export async function fillForBench(app: App): Promise<void> {
  const { changes, registry } = app.services;
  const create = async (single: string, rows: Values[]): Promise<string[]> => {
    const ids: string[] = [];
    for (let at = 0; at < rows.length; at += 1000) {
      const part = rows
        .slice(at, at + 1000)
        .map((row) => ({ resource: registry.single(single), input: { create: row } }));
      const answer = await changes.apply({
        person: null,
        source: "SYSTEM",
        note: "bench",
        mode: "ALL_OR_NONE",
        dryRun: false,
        key: null,
        changes: part,
      });
      if (answer.problems.length > 0) throw new Error(JSON.stringify(answer.problems[0]));
      ids.push(...answer.rows.map((r) => r.id));
    }
    return ids;
  };
  await create("person", [{ name: "Bench", email: "chi@bench.example", roles: ["CATALOG"], isActive: true }]);
  const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
  const sectors = await create(
    "sector",
    times(SIZE.sectors, (i) => ({ nameVi: `Lĩnh vực ${i}` })),
  );
  const agencies = await create(
    "agency",
    times(SIZE.agencies, (i) => ({ code: `CQ${i}`, name: `Sở thứ ${i} của tỉnh Yên Bái`, kind: "DEPARTMENT" })),
  );
  const decisions = await create(
    "decision",
    times(SIZE.decisions, (i) => ({
      number: `${i}/QĐ-UBND`,
      kind: "DECISION",
      issuer: "Ủy ban nhân dân tỉnh",
      issuedOn: day(i * 50),
      title: `Về danh mục số ${i}`,
    })),
  );
  const catalogs = await create(
    "catalog",
    times(SIZE.catalogs, (i) => ({
      nameVi: `Danh mục ${i}`,
      kind: "POSTAL",
      authority: "OWN",
      decision: decisions[i],
    })),
  );
  const procedures = await create(
    "procedure",
    times(SIZE.procedures, (i) => ({
      code: `1.${String(100000 + i)}`,
      nameVi: `Cấp giấy phép hoạt động loại ${(i * 7919) % 2000} trên địa bàn tỉnh`,
      sector: sectors[i % SIZE.sectors],
      agency: i % 5 === 0 ? null : agencies[i % SIZE.agencies],
      tiers: i % 5 === 0 ? ["DISTRICT", "COMMUNE"] : ["PROVINCE"],
      status: "IN_FORCE",
    })),
  );
  const entries = procedures.flatMap((procedure, p) =>
    times(SIZE.entriesEach, (i) => ({
      catalog: catalogs[(p + i) % SIZE.catalogs],
      procedure,
      legs: ["IN", "OUT"],
      addedBy: decisions[(p + i) % 20],
      removedBy: p % 3 === 0 ? decisions[20 + ((p + i) % 20)] : null,
    })),
  );
  await create("catalogEntry", entries);
}

/** The person the bench asks as. */
export async function staff(app: App): Promise<Person> {
  const [[id, name]] = await app.database.read("SELECT id, name FROM person WHERE email = 'chi@bench.example'");
  return { id: String(id), name: String(name), roles: ["CATALOG"], agencyId: null, readOnly: false };
}
