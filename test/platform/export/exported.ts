import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SheetRow } from "../../../server/platform/sheet/sheet";
import { openSheet } from "../../../server/platform/sheet/open-sheet";
import type { Api } from "../../support/api";
import type { PersonKey } from "../../support/people";

export interface Exported {
  status: number;
  headers: Record<string, unknown>;
  body: Buffer;
  rows: SheetRow[];
  json(): { errors: { extensions: { code: string; field: string | null } }[] };
}

/** The headers by which somebody is signed in; none for nobody. */
export async function signedIn(api: Api, key: PersonKey | null): Promise<Record<string, string>> {
  if (key === null) return {};
  const { sessions } = api.app.services;
  const { person } = await api.as(key);
  return { cookie: `danh_muc_session=${(await sessions.open(person!)).secret}` };
}

/** What is downloaded from an address below /export, read as the file it is. */
export async function exported(
  api: Api,
  key: PersonKey | null,
  address: string,
  options: { query?: Record<string, unknown>; body?: object; headers?: Record<string, string> } = {},
): Promise<Exported> {
  const query = Object.entries(options.query ?? {}).map(
    ([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)] as [string, string],
  );
  const answer = await api.inject({
    method: options.body ? "POST" : "GET",
    url: `/export/${address}${query.length > 0 ? `?${new URLSearchParams(query).toString()}` : ""}`,
    headers: { ...(await signedIn(api, key)), ...options.headers },
    ...(options.body ? { payload: options.body } : {}),
  });
  const body = answer.rawPayload;
  const rows = answer.statusCode === 200 ? await readBytes(body, address) : [];
  return { status: answer.statusCode, headers: answer.headers, body, rows, json: () => answer.json() };
}

export async function readBytes(body: Buffer, name: string): Promise<SheetRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "danh-muc-export-"));
  try {
    const path = join(folder, "file");
    writeFileSync(path, body);
    const rows: SheetRow[] = [];
    for await (const row of (await openSheet(path, name)).rows()) rows.push(row);
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
