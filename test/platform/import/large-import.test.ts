import { startApi, type Api, type Asker } from "../../support/api";
import { eachEngine } from "../../support/engines";
import { csv, Sender } from "./import-speech";

/** More than one change of the API may have, and several portions. */
const MANY = 5500;

eachEngine((engine) => {
  let api: Api;
  let person: Asker;
  let chi: Sender;
  beforeAll(async () => {
    api = await startApi(engine);
    person = await api.as("chi");
    chi = await Sender.of(api, person.person!);
  });
  afterAll(() => api.close());

  const read = (sql: string, ...values: (string | number)[]) => api.app.database.read(sql, values);
  const count = async (sql: string, ...values: (string | number)[]): Promise<number> =>
    Number((await read(sql, ...values))[0][0]);
  const sectors = (tag: string, from = 0, to = MANY): string[] =>
    Array.from({ length: to - from }, (_, i) => `L${from + i},Lĩnh vực ${tag} số ${from + i}`);
  const startJob = async (file: Buffer, query: Record<string, string> = {}): Promise<string> => {
    const reply = await chi.post("sectors", file, { query: { ...query, background: "true" } });
    expect(reply.statusCode).toBe(202);
    return reply.json().job.id;
  };
  const job = (id: string) => api.app.services.jobs.one(person.person!, id);
  const until = async (id: string, isReached: (state: string, done: number) => boolean) => {
    for (;;) {
      const now = (await job(id))!;
      if (isReached(now.state, now.done)) return now;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  const ended = (id: string) => until(id, (state) => state !== "RUNNING");

  test("thousands of rows are one change set with all of its history, and can be undone", async () => {
    const id = await startJob(csv("Mã,Tên lĩnh vực", ...sectors("đầu")), { note: "nhiều" });
    const done = await ended(id);
    expect(done).toMatchObject({ state: "DONE", done: MANY, total: MANY });
    expect(done.outcome).toMatchObject({ new: MANY, changed: 0, same: 0, wrong: 0 });
    const set = Number((done.outcome!.changeSet as { id: string }).id);
    expect(await count("SELECT row_count FROM change_set WHERE id = ?", set)).toBe(MANY);
    expect(await count("SELECT COUNT(*) FROM change_row WHERE change_set_id = ?", set)).toBe(MANY);
    const [[first, last, kinds]] = await read(
      "SELECT MIN(sequence), MAX(sequence), COUNT(DISTINCT sequence) FROM change_row WHERE change_set_id = ?",
      set,
    );
    expect([first, last, kinds].map(Number)).toEqual([0, MANY - 1, MANY]);
    const rows = await chi.get(`/jobs/${id}/rows?action=NEW&offset=${MANY - 1}`);
    expect(rows.json()).toMatchObject({ total: MANY, rows: [{ line: MANY + 1, key: `L${MANY - 1}` }] });

    const changed = await chi.import("sectors", csv("Mã,Tên lĩnh vực", ...sectors("sau")));
    expect(changed).toMatchObject({ status: 200, new: 0, changed: MANY, same: 0, wrong: 0, cells: MANY });
    expect(changed.rows).toHaveLength(MANY);
    const undo = `mutation($id: ID!) { undoChangeSet(id: $id) { changeSet { rowCount } problems { code } } }`;
    const undone = await person.data(undo, { id: changed.changeSet!.id });
    expect(undone.undoChangeSet).toEqual({ changeSet: { rowCount: MANY }, problems: [] });
    expect(await count("SELECT COUNT(*) FROM sector WHERE INSTR(name_vi, 'sau') > 0")).toBe(0);
  });

  test("wrong rows are found in every portion, and a row that stands twice names the line of the other", async () => {
    const lines = sectors("đầu");
    lines[10] = "L10,";
    lines[4000] = "L5,Lĩnh vực đầu số 5";
    lines[5400] = "L5400,Lĩnh vực đầu số 7";
    const reply = await chi.preview("sectors", csv("Mã,Tên lĩnh vực", ...lines));
    expect(reply).toMatchObject({ wrong: 3, same: MANY - 3 });
    const told = reply.rows.filter((r) => r.action === "WRONG").map((r) => [r.line, r.problems[0].code]);
    expect(told).toEqual([
      [12, "REQUIRED"],
      [4002, "NOT_UNIQUE"],
      [5402, "NOT_UNIQUE"],
    ]);
    expect(reply.rows[4000].problems[0].messageVi).toContain("dòng 7 của tệp này");
  });

  test("a job that is cancelled in the midst of writing leaves nothing, and the next import goes on at once", async () => {
    const before = await count("SELECT COUNT(*) FROM change_set");
    const id = await startJob(csv("Mã,Tên lĩnh vực", ...sectors("bỏ")));
    await until(id, (state, done) => state !== "RUNNING" || done >= 1000);
    await person.data(`mutation($id: ID!) { cancelJob(id: $id) { id } }`, { id });
    expect(await ended(id)).toMatchObject({ state: "CANCELLED", outcome: null });
    expect(await count("SELECT COUNT(*) FROM sector WHERE INSTR(name_vi, ' bỏ ') > 0")).toBe(0);
    expect(await count("SELECT COUNT(*) FROM change_set")).toBe(before);
    expect(await chi.import("sectors", csv("Mã,Tên lĩnh vực", "SAU,Sau khi dừng"))).toMatchObject({ new: 1 });
  });

  test("people read while a large import is under way, and see nothing of it", async () => {
    const id = await startJob(csv("Mã,Tên lĩnh vực", ...sectors("đọc")), { dryRun: "true" });
    await until(id, (state, done) => state !== "RUNNING" || done >= 1000);
    const seen = await person.data(`{ sectors(filter: { nameVi: { contains: " đọc " } }) { total } }`);
    expect(seen.sectors.total).toBe(0);
    expect((await job(id))!.state).toBe("RUNNING");
    expect(await ended(id)).toMatchObject({ state: "DONE" });
  });

  test("rules over several rows hold over the whole file: codes that change hands far apart", async () => {
    const agencies = Array.from({ length: 2400 }, (_, i) => `C${i},Cơ quan ${i},DEPARTMENT`);
    await chi.import("agencies", csv("Mã,Tên cơ quan,Loại cơ quan", ...agencies));
    const found = await read(
      "SELECT a.id, a.version, s.code FROM agency a JOIN agency_state s ON s.agency_id = a.id WHERE INSTR(s.name, 'Cơ quan ') = 1 ORDER BY a.id",
    );
    const row = (i: number, code: string) => `${String(found[i][0])},${String(found[i][1])},${code}`;
    const swap = found.map((_, i) => row(i, i === 3 ? "C2300" : i === 2300 ? "C3" : `C${i}`));
    const reply = await chi.import("agencies", csv("Mã dòng,Phiên bản,Mã", ...swap));
    expect(reply.rows.flatMap((r) => r.problems)).toEqual([]);
    expect(reply).toMatchObject({ changed: 2, same: 2398 });
    // The same code twice, by rows far apart: the later one is refused, whatever portion it is in.
    const twice = found.map((_, i) => row(i, i === 2300 ? "C7" : i === 3 ? "C2300" : i === 2301 ? "C9999" : `C${i}`));
    twice[3] = `${String(found[3][0])},${Number(found[3][1]) + 1},C2300`;
    twice[2300] = `${String(found[2300][0])},${Number(found[2300][1]) + 1},C7`;
    const clash = await chi.preview("agencies", csv("Mã dòng,Phiên bản,Mã", ...twice));
    const wrong = clash.rows.filter((r) => r.action === "WRONG");
    expect(wrong.map((r) => [r.line, r.problems[0].code])).toEqual([[2302, "NOT_UNIQUE"]]);
    expect(clash).toMatchObject({ changed: 1, wrong: 1 });
  });

  test("rows of one file refer to each other, wherever they stand above", async () => {
    const file = csv(
      "Mã,Tên cơ quan,Loại cơ quan,Trực thuộc",
      "CON,Cơ quan con,DEPARTMENT,Cơ quan mẹ mới",
      "ME,Cơ quan mẹ mới,OFFICE,",
      "CHAU,Cơ quan cháu,DEPARTMENT,con",
    );
    const reply = await chi.import("agencies", file);
    expect(reply.rows.flatMap((r) => r.problems)).toEqual([]);
    const parents = await read(
      "SELECT s.name, p.name FROM agency_state s LEFT JOIN agency_state p ON p.agency_id = s.parent_id WHERE s.code IN ('CON', 'ME', 'CHAU') ORDER BY s.name",
    );
    expect(parents).toEqual([
      ["Cơ quan cháu", "Cơ quan con"],
      ["Cơ quan con", "Cơ quan mẹ mới"],
      ["Cơ quan mẹ mới", null],
    ]);
  });
});
