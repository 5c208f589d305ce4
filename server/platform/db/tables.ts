import { bool, code, int, json, moment, ref, text, type ColumnType, type Engine, type Kind } from "../kinds/all";
import { binaryText } from "../kinds/text";
import { snake, type Field, type Registry, type Resource } from "../registry/registry";
import type { RollUp } from "../registry/roll-up";

export interface TableColumn {
  name: string;
  type(engine: Engine): ColumnType;
  nullable: boolean;
  primary?: boolean;
  /** One sentence for schema/tables.md and its Vietnamese name. */
  vi: string;
  about: string;
}

export interface Table {
  name: string;
  vi: string;
  about: string;
  columns: TableColumn[];
  uniques: { name: string; columns: string[] }[];
  indexes: { name: string; columns: string[] }[];
  foreignKeys: { name: string; column: string; table: string }[];
}

/** Length of the columns that order a text: enough of it to place it. */
export const ORDER_LENGTH = 255;

/** Length of the column that folds a field: some letters fold into two. */
export const foldedLength = (field: Field): number => (field.kind.max ?? 255) + 20;

const id = (vi: string, about: string): TableColumn => ({
  name: "id",
  type: (engine) => ref("x").column(engine),
  nullable: false,
  primary: true,
  vi,
  about,
});

const VERSION: TableColumn = {
  name: "version",
  type: (engine) => int().column(engine),
  nullable: false,
  vi: "Phiên bản",
  about: "Raised by every change; a write names the version it read.",
};

function columnsOf(field: Field): TableColumn[] {
  const stored = field.kind.storedNull !== undefined;
  const own: TableColumn = {
    name: field.column,
    type: (engine) => field.kind.column(engine),
    nullable: !stored && !field.required,
    vi: field.label.vi,
    about: field.about.en,
  };
  const companion = (name: string, length: number, about: string): TableColumn => ({
    name,
    type: (engine) => binaryText(engine, length),
    nullable: own.nullable,
    vi: field.label.vi,
    about,
  });
  const out = [own];
  if (field.orderColumn !== field.column)
    out.push(companion(field.orderColumn, ORDER_LENGTH, `Vietnamese dictionary order of ${field.column}.`));
  if (field.foldedColumn)
    out.push(
      companion(field.foldedColumn, foldedLength(field), `Folded ${field.column}: found with or without accents.`),
    );
  return out;
}

function linksOf(
  table: string,
  fields: Field[],
  registry: Registry,
): Pick<Table, "foreignKeys" | "indexes" | "uniques"> {
  const refs = fields.filter((f) => f.kind.target);
  const bare = (f: Field) => f.column.replace(/_id$/, "");
  return {
    foreignKeys: refs.map((f) => ({
      name: `fk_${table}__${bare(f)}`,
      column: f.column,
      table: registry.single(f.kind.target!).table,
    })),
    indexes: [
      ...refs.map((f) => ({ name: `ix_${table}__${bare(f)}`, columns: [f.column] })),
      ...fields
        .filter((f) => f.search && f.orderColumn !== f.column)
        .map((f) => ({ name: `ix_${table}__${f.orderColumn}`, columns: [f.orderColumn] })),
    ],
    uniques: [],
  };
}

function tablesOf(resource: Resource, registry: Registry): Table[] {
  const fixed = resource.fields.filter((f) => !f.dated);
  const links = linksOf(resource.table, fixed, registry);
  const extra = resource.indexes.map((names) => {
    const columns = names.map((n) => resource.byName.get(n)!.column);
    return { name: `ix_${resource.table}__${columns.join("__")}`, columns };
  });
  const uniques = resource.uniques.map((fields) => {
    const columns = fields.map((f) => f.column);
    return { name: `uq_${resource.table}__${columns.join("__")}`, columns };
  });
  const base: Table = {
    name: resource.table,
    vi: resource.label.vi,
    about: resource.about.en,
    columns: [id("Mã nội bộ", "The row's key."), VERSION, ...fixed.flatMap(columnsOf)],
    ...links,
    uniques,
    // An index that begins with a reference serves its foreign key as well.
    indexes: [
      ...links.indexes.filter((i) => ![...extra, ...uniques].some((e) => e.columns[0] === i.columns.join())),
      ...extra,
    ],
  };
  if (!resource.states) return [base];
  const { resource: state, owner } = resource.states;
  const stateLinks = linksOf(state.table, state.fields, registry);
  return [
    base,
    {
      name: state.table,
      vi: state.label.vi,
      about: state.about.en,
      columns: [id("Mã nội bộ", "The state's key."), ...state.fields.flatMap(columnsOf)],
      ...stateLinks,
      // The index of the unique key serves the foreign key to the owner as well.
      indexes: [
        ...stateLinks.indexes.filter((i) => i.columns[0] !== owner),
        ...resource.uniqueByDay.map((n) => ({
          name: `ix_${state.table}__${state.byName.get(n)!.column}`,
          columns: [state.byName.get(n)!.column],
        })),
      ],
      uniques: [{ name: `uq_${state.table}__${owner}__valid_from`, columns: [owner, "valid_from"] }],
    },
  ];
}

const plain = (name: string, kind: Kind, vi: string, about: string, nullable = false): TableColumn => ({
  name: snake(name),
  type: (engine) => kind.column(engine),
  nullable,
  vi,
  about,
});
const key = (column: TableColumn): TableColumn => ({ ...column, primary: true });
/** The bytes of a file, up to sixteen million of them. */
const bytes = (name: string, vi: string, about: string): TableColumn => ({
  ...plain(name, json(), vi, about),
  type: (engine) => ({ type: engine === "mariadb" ? "mediumblob" : "blob" }),
});

/** Tables that hold no resource: no change rows tell of them (schema/tables.md lists why). */
function systemTables(): Table[] {
  const none = { uniques: [], indexes: [], foreignKeys: [] };
  return [
    {
      ...none,
      name: "id_block",
      vi: "Khối mã",
      about: "The next free id of each sequence; handed out in blocks. Exempt from history: it holds no fact.",
      columns: [
        key(plain("name", code({ max: 40 }), "Dãy mã", "The sequence.")),
        plain("next", ref("x"), "Mã kế tiếp", "The first id not yet handed out."),
      ],
    },
    {
      ...none,
      name: "guard",
      vi: "Chốt",
      about:
        "A row per rule that spans several rows; a unit of work raises it first, so that such rules never race. Exempt from history.",
      columns: [
        key(plain("name", code({ max: 190 }), "Quy tắc", "The rule and the rows it guards.")),
        plain("version", int(), "Phiên bản", "Raised by every unit of work that the rule concerns."),
      ],
    },
    {
      ...none,
      name: "session",
      vi: "Phiên đăng nhập",
      about: "Who is signed in. Exempt from history: it is no fact about the catalogs, and it holds a secret's hash.",
      columns: [
        key(plain("hash", code({ max: 64 }), "Mã băm", "SHA-256 of the cookie's secret.")),
        plain("personId", ref("x"), "Người dùng", "Who is signed in."),
        plain("createdAt", moment(), "Đăng nhập lúc", "When they signed in."),
        plain("expiresAt", moment(), "Hết hạn lúc", "When the session ends."),
      ],
      indexes: [{ name: "ix_session__person", columns: ["person_id"] }],
      foreignKeys: [{ name: "fk_session__person", column: "person_id", table: "person" }],
    },
    {
      ...none,
      name: "token",
      vi: "Khóa truy cập dữ liệu",
      about: "A token with which a program works on a person's behalf. Exempt from history: it holds a secret's hash.",
      columns: [
        id("Mã nội bộ", "The token's number."),
        plain("hash", code({ max: 64 }), "Mã băm", "SHA-256 of the token, which is shown once."),
        plain("personId", ref("x"), "Người dùng", "On whose behalf it works."),
        plain("name", text({ max: 100 }), "Tên", "What it is used for."),
        plain("createdAt", moment(), "Tạo lúc", "When it was made."),
        plain("mayChange", bool(), "Được sửa", "Whether it writes as well as reads; empty where it only reads.", true),
        plain("expiresOn", code({ max: 10 }), "Hết hạn ngày", "The first day it no longer works.", true),
        plain("lastUsedAt", moment(), "Dùng gần nhất", "When it was last used, to the hour.", true),
      ],
      uniques: [{ name: "uq_token__hash", columns: ["hash"] }],
      indexes: [{ name: "ix_token__person", columns: ["person_id"] }],
      foreignKeys: [{ name: "fk_token__person", column: "person_id", table: "person" }],
    },
    {
      ...none,
      name: "sign_in_failure",
      vi: "Đăng nhập sai",
      about: "Failed sign-ins per email and address, to slow guessing down. Exempt from history: a rate limit.",
      columns: [
        key(
          plain(
            "subject",
            code({ max: 64 }),
            "Đối tượng",
            "SHA-256 of the email tried, with or without the address it was tried from.",
          ),
        ),
        plain("failedAt", moment(), "Lần cuối", "When it last failed; forgotten after a day."),
        plain("count", int(), "Số lần", "Failures in a row."),
        plain("lockedUntil", moment(), "Khóa đến", "No attempt is looked at before.", true),
      ],
    },
    {
      ...none,
      name: "job",
      vi: "Việc chạy nền",
      about:
        "Long work a person has started, an import say: how far it is and how it ended. Exempt from history: what it changes is a change set of its own.",
      columns: [
        id("Mã nội bộ", "The job's number."),
        plain("personId", ref("x"), "Người dùng", "Who started it, and who alone sees it."),
        plain("kind", code({ max: 40 }), "Loại việc", "What sort of work it is."),
        plain("title", text({ max: 300 }), "Tên", "What people know it by, for example the file's name."),
        plain("state", code({ max: 20 }), "Tình trạng", "RUNNING, DONE, FAILED or CANCELLED."),
        plain("done", int(), "Đã làm", "Rows done so far."),
        plain("total", int(), "Tổng số", "Rows in all; empty until they are counted.", true),
        plain("isCancelled", bool(), "Yêu cầu dừng", "Whether its person asked it to stop."),
        plain("startedAt", moment(), "Bắt đầu lúc", "When it was started."),
        plain(
          "beatAt",
          moment(),
          "Nhịp cuối",
          "When it last gave a sign of life; one that stopped giving it has failed.",
        ),
        plain("endedAt", moment(), "Kết thúc lúc", "When it ended.", true),
        plain("outcome", json(), "Kết quả", "What came of it.", true),
      ],
      indexes: [{ name: "ix_job__person", columns: ["person_id"] }],
      foreignKeys: [{ name: "fk_job__person", column: "person_id", table: "person" }],
    },
    {
      ...none,
      name: "job_row",
      vi: "Dòng kết quả của việc chạy nền",
      about: "What a job found in each row of its file, forgotten with the job. Exempt from history: no fact.",
      columns: [
        key(plain("jobId", ref("x"), "Việc", "The job.")),
        key(plain("line", int(), "Dòng", "The line of the file.")),
        plain("action", code({ max: 10 }), "Kết quả", "NEW, CHANGED, SAME or WRONG."),
        plain("body", json(), "Nội dung", "The row's cells and problems."),
      ],
      indexes: [{ name: "ix_job_row__action", columns: ["job_id", "action", "line"] }],
      foreignKeys: [{ name: "fk_job_row__job", column: "job_id", table: "job" }],
    },
    {
      ...none,
      name: "saved_view",
      vi: "Chế độ xem đã lưu",
      about:
        "How somebody likes to see a grid: filter, order, columns. Exempt from history: a setting of a person, no fact.",
      columns: [
        id("Mã nội bộ", "The view's number."),
        plain("version", int(), "Phiên bản", "Raised by every change."),
        plain("personId", ref("x"), "Người dùng", "Whose view it is; nobody else changes it."),
        plain("grid", code({ max: 100 }), "Lưới", "The grid it belongs to, for example procedures."),
        plain("name", text({ max: 100 }), "Tên", "What it is called."),
        plain("isShared", bool(), "Dùng chung", "Whether everybody who sees the grid may use it."),
        plain("body", json(), "Nội dung", "Filter, search, order, columns and density."),
        plain("changedAt", moment(), "Sửa lúc", "When it was last changed."),
      ],
      uniques: [{ name: "uq_saved_view__name", columns: ["person_id", "grid", "name"] }],
      indexes: [{ name: "ix_saved_view__grid", columns: ["grid"] }],
      foreignKeys: [{ name: "fk_saved_view__person", column: "person_id", table: "person" }],
    },
    {
      ...none,
      name: "attachment_content",
      vi: "Nội dung tệp đính kèm",
      about:
        "The bytes of attached files, each once, by their fingerprint. Exempt from history: what is attached to what is a resource, and bytes never change.",
      columns: [
        key(plain("sha256", code({ max: 64 }), "Mã kiểm", "The SHA-256 of the bytes, in hexadecimal.")),
        bytes("content", "Nội dung", "The bytes."),
      ],
    },
  ];
}

/** A roll-up's table: its key, how many rows it has, and their sums, which outgrow the numbers summed. */
function rollUpTable({ table, of, by, sum }: RollUp): Table {
  const said = (language: "vi" | "en") => by.map((f) => f.label[language].toLowerCase()).join(", ");
  const big = (name: string, vi: string, about: string): TableColumn => plain(name, ref("x"), vi, about);
  return {
    name: table,
    vi: `Tổng ${of.label.vi.toLowerCase()} theo ${said("vi")}`,
    about:
      `Sums of \`${of.table}\` by ${said("en")}, kept in the transaction of every write of it. ` +
      "Exempt from history: derived, and recounted from the rows by `npm run recount`.",
    columns: [
      ...by.map((f) => key({ ...big(f.name, f.label.vi, f.about.en), name: f.column })),
      big("rowCount", "Số dòng", "How many rows are summed; a key without rows has no line."),
      big("blankCount", "Số dòng còn trống", "How many of them leave out a figure that the sums should have."),
      ...sum.map((f) => big(f.name, f.label.vi, `${f.about.en} Empty ones add nothing.`)),
    ],
    uniques: [],
    indexes: [],
    // The rows summed hold the references; a key's line goes with the last of them.
    foreignKeys: [],
  };
}

/** What the change path keeps beside a change set and nobody reads through the API. */
const CHANGE_SET_KEYS: TableColumn[] = [
  plain("requestKey", code({ max: 100 }), "Khóa chống lặp", "The client's idempotency key, unique per person.", true),
  plain("requestHash", code({ max: 64 }), "Mã băm yêu cầu", "SHA-256 of what was asked under the key.", true),
  plain("outcome", json(), "Kết quả", "What was answered, to answer it again.", true),
];

/** Every table of the database, described once for both engines: entity schemas, drift check and tables.md follow. */
export function tablesFrom(registry: Registry): Table[] {
  const tables = registry.resources.filter((r) => !r.isState).flatMap((r) => tablesOf(r, registry));
  const changeSet = tables.find((t) => t.name === "change_set");
  if (changeSet) {
    changeSet.columns.push(...CHANGE_SET_KEYS);
    changeSet.uniques.push({ name: "uq_change_set__request_key", columns: ["person_id", "request_key"] });
    changeSet.indexes = changeSet.indexes.filter((i) => i.columns.join() !== "person_id");
  }
  const rollUps = registry.resources.flatMap((r) => r.rollUps).map(rollUpTable);
  return [...tables, ...rollUps, ...systemTables()];
}
