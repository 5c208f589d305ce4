import type { Services } from "../platform/context";
import { Refusal } from "../platform/errors/refusal";
import type { Transaction } from "../platform/db/database";
import { code, parseId, text, type Parsed } from "../platform/kinds/all";
import { mayChange, mayRead, type Person } from "../platform/policy/policy";
import type { Resource } from "../platform/registry/registry";
import { bodyToKeep, keptBody, type ViewBody } from "./view-body";

/** A kept view as whoever may use it sees it. */
export interface SavedView {
  id: string;
  version: number;
  grid: string;
  name: string;
  isShared: boolean;
  isMine: boolean;
  /** Whose it is. */
  owner: string;
  body: ViewBody;
  changedAt: string;
}

/** What is saved: a new view, or the next version of an own one. */
export interface ViewToSave {
  id: string | null;
  version: number | null;
  grid: string;
  name: string;
  isShared: boolean;
  body: unknown;
}

/** Views of one person and grid; more than this nobody finds again. */
const MOST = 50;
/** Shared views that are offered for a grid, latest first. */
const MOST_SHARED = 200;

const COLUMNS = "v.id, v.version, v.grid, v.name, v.is_shared, v.person_id, p.name, v.body, v.changed_at";
const FROM = "FROM saved_view v JOIN person p ON p.id = v.person_id";
const gridKind = code({ max: 100, pattern: /^[A-Za-z]+(\.[A-Za-z0-9_-]+)?$/, shape: "procedures" });
const nameKind = text({ max: 100 });

type Source = Pick<Services, "database" | "registry" | "ids" | "clock">;

/** The views that people keep of their grids. A setting and no fact: it has no history. */
export class SavedViews {
  constructor(private readonly services: Source) {}

  /** Own views of a grid and those that others share, by name. */
  async of(person: Person, grid: string): Promise<SavedView[]> {
    const resource = this.resourceOf(grid);
    this.admit(person, resource);
    const found = await this.services.database.read(
      `SELECT ${COLUMNS} ${FROM} WHERE v.grid = ? AND (v.person_id = ? OR v.is_shared = 1) ORDER BY v.person_id <> ?, v.changed_at DESC LIMIT ?`,
      [grid, Number(person.id), Number(person.id), MOST + MOST_SHARED],
    );
    const views = found.map((row) => viewOf(row, person, resource));
    return views.sort((a, b) => a.name.localeCompare(b.name, "vi"));
  }

  /** Keeps a new view, or a new version of an own one that nobody has changed since it was read. */
  async save(person: Person, asked: ViewToSave): Promise<SavedView> {
    writer(person);
    const { database, ids, clock } = this.services;
    const resource = this.resourceOf(asked.grid);
    this.admit(person, resource);
    if (asked.isShared && !mayChange(resource.policy, person))
      throw new Refusal("FORBIDDEN", "isShared", {}, "viewNotShared");
    const name = read(nameKind.parse(asked.name.trim()), "name");
    if (name === "") throw new Refusal("BAD_INPUT", "name", {}, "viewName");
    const body = bodyToKeep(asked.body, resource);
    const kept = [name, asked.isShared ? 1 : 0, body, clock.now()];
    const [fresh] = asked.id === null ? await ids.take("saved_view", 1) : [Number(idOf(asked.id))];
    await database.write(async (tx) => {
      if (asked.id === null) await this.refuseTooMany(tx, person, asked.grid);
      else await this.refuseStale(tx, person, asked);
      await refuseSameName(tx, person, asked.grid, name, fresh);
      if (asked.id === null)
        await tx.run(
          "INSERT INTO saved_view (name, is_shared, body, changed_at, id, version, person_id, grid) VALUES (?, ?, ?, ?, ?, 1, ?, ?)",
          [...kept, fresh, Number(person.id), asked.grid],
        );
      else
        await tx.run(
          "UPDATE saved_view SET name = ?, is_shared = ?, body = ?, changed_at = ?, version = version + 1 WHERE id = ?",
          [...kept, fresh],
        );
    });
    const [row] = await database.read(`SELECT ${COLUMNS} ${FROM} WHERE v.id = ?`, [fresh]);
    return viewOf(row, person, resource);
  }

  /** Deletes an own view in the version that was read. */
  async delete(person: Person, id: string, version: number): Promise<void> {
    writer(person);
    await this.services.database.write(async (tx) => {
      await this.refuseStale(tx, person, { id, version });
      await tx.run("DELETE FROM saved_view WHERE id = ?", [Number(id)]);
    });
  }

  /** A grid is named by the resource whose rows it shows, and where it shows a part of them by that part. */
  private resourceOf(grid: string): Resource {
    const [plural] = read(gridKind.parse(grid), "grid").split(".");
    const resource = this.services.registry.resources.find((each) => each.root && each.plural === plural);
    if (!resource) throw new Refusal("BAD_INPUT", "grid", {}, "viewGrid");
    return resource;
  }

  private admit(person: Person, resource: Resource): void {
    if (!mayRead(resource.policy, person)) throw new Refusal("FORBIDDEN", `${resource.single}.read`);
  }

  private async refuseTooMany(tx: Transaction, person: Person, grid: string): Promise<void> {
    const [[count]] = await tx.all("SELECT COUNT(*) FROM saved_view WHERE person_id = ? AND grid = ?", [
      Number(person.id),
      grid,
    ]);
    if (Number(count) >= MOST) throw new Refusal("LIMIT", "grid", { max: MOST }, "tooManyViews");
  }

  /** What is not the person's own is not theirs to change; whether it is there they learn only where it is shared. */
  private async refuseStale(
    tx: Transaction,
    person: Person,
    asked: { id: string | null; version: number | null; grid?: string },
  ): Promise<void> {
    const id = idOf(asked.id);
    const lock = tx.engine === "mariadb" ? " FOR UPDATE" : "";
    const [row] = await tx.all(
      `SELECT version, person_id, is_shared, changed_at, grid FROM saved_view WHERE id = ?${lock}`,
      [Number(id)],
    );
    const isMine = row !== undefined && String(row[1]) === person.id;
    if (isMine ? asked.grid !== undefined && row[4] !== asked.grid : !row || Number(row[2]) === 0)
      throw new Refusal("NOT_FOUND", "id", { id, field: { vi: "chế độ xem", en: "view" } });
    if (!isMine) throw new Refusal("FORBIDDEN", "id", {}, "viewNotYours");
    if (Number(row[0]) !== asked.version)
      throw new Refusal(
        "STALE",
        "version",
        { who: person.name, at: String(row[3]), current: Number(row[0]), version: asked.version ?? 0 },
        "STALE",
      );
  }
}

async function refuseSameName(tx: Transaction, person: Person, grid: string, name: string, id: number): Promise<void> {
  const same = await tx.all("SELECT id FROM saved_view WHERE person_id = ? AND grid = ? AND name = ? AND id <> ?", [
    Number(person.id),
    grid,
    name,
    id,
  ]);
  if (same.length > 0) throw new Refusal("NOT_UNIQUE", "name", { value: name }, "viewNameTaken");
}

/** A token reads on somebody's behalf and keeps nothing for them. */
function writer(person: Person): void {
  if (person.readOnly) throw new Refusal("FORBIDDEN", "token", {}, "readOnlyToken");
}

function read(parsed: Parsed, field: string): string {
  if (!parsed.ok) throw new Refusal(parsed.problem.code, field, parsed.problem.values, parsed.problem.reason);
  return parsed.value as string;
}

const idOf = (id: string | null): string => read(parseId(id), "id");

function viewOf(row: unknown[], person: Person, resource: Resource): SavedView {
  const [id, version, grid, name, isShared, personId, owner, body, changedAt] = row;
  return {
    id: String(id),
    version: Number(version),
    grid: grid as string,
    name: name as string,
    isShared: Number(isShared) === 1,
    isMine: String(personId) === person.id,
    owner: owner as string,
    body: keptBody(body as string, resource),
    changedAt: changedAt as string,
  };
}
