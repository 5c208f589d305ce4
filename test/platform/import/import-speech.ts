import { PassThrough } from "node:stream";
import type { LightMyRequestResponse } from "fastify";
import type { ImportSummary } from "../../../server/platform/import/imports";
import type { RowResult } from "../../../server/platform/import/row-result";
import { csvWriter } from "../../../server/platform/sheet/csv-writer";
import type { SheetValue } from "../../../server/platform/sheet/sheet";
import { xlsxWriter } from "../../../server/platform/sheet/xlsx-writer";
import type { Person } from "../../../server/platform/policy/policy";
import type { Api } from "../../support/api";

/** The answer of an import, or the problems of a file that was refused as a whole. */
export interface ImportReply extends ImportSummary {
  status: number;
  changeSet: { id: string } | null;
  rows: RowResult[];
  problems?: { code: string; field: string | null; messageVi: string; messageEn: string }[];
}

export interface Sent {
  query?: Record<string, string>;
  fixes?: object[];
  name?: string;
  headers?: Record<string, string>;
}

const BOUNDARY = "----a-form-of-the-tests";

/** The form of an import as a browser sends it. */
export function form(content: Buffer, name: string, fields: Record<string, string> = {}): Buffer {
  const parts = Object.entries(fields).map(([field, value]) =>
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`),
  );
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return Buffer.concat([...parts, Buffer.from(head), content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
}

export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

/** Somebody who sends files. */
export class Sender {
  private constructor(
    private readonly api: Api,
    readonly cookie: string,
  ) {}

  static async of(api: Api, person: Person): Promise<Sender> {
    const { secret } = await api.app.services.sessions.open(person);
    return new Sender(api, `danh_muc_session=${secret}`);
  }

  post(plural: string, content: Buffer, { query = {}, fixes, name = "tệp.csv", headers = {} }: Sent = {}) {
    const fields: Record<string, string> = fixes ? { fixes: JSON.stringify(fixes) } : {};
    return this.api.inject({
      method: "POST",
      url: `/import/${plural}?${new URLSearchParams(query)}`,
      headers: { cookie: this.cookie, "content-type": FORM_TYPE, ...headers },
      payload: form(content, name, fields),
    });
  }

  async import(plural: string, content: Buffer, sent: Sent = {}): Promise<ImportReply> {
    const reply = await this.post(plural, content, sent);
    return { status: reply.statusCode, ...reply.json() };
  }

  preview(plural: string, content: Buffer, sent: Sent = {}): Promise<ImportReply> {
    return this.import(plural, content, { ...sent, query: { ...sent.query, dryRun: "true" } });
  }

  get(url: string): Promise<LightMyRequestResponse> {
    return this.api.inject({ method: "GET", url, headers: { cookie: this.cookie } });
  }
}

/** A CSV file of these lines, as people write them. */
export const csv = (...lines: string[]): Buffer => Buffer.from(lines.join("\r\n") + "\r\n");

/** A file of these rows as a spreadsheet saves it; the first are its headings. */
export async function sheetOf(as: "csv" | "xlsx", rows: SheetValue[][]): Promise<Buffer> {
  const out = new PassThrough();
  const parts: Buffer[] = [];
  out.on("data", (part: Buffer) => parts.push(part));
  const width = Math.max(...rows.map((r) => r.length));
  const columns = Array.from({ length: width }, (_, i) => ({
    header: String(rows[0][i] ?? ""),
    kind: "text" as const,
  }));
  const writer = as === "csv" ? csvWriter(out, columns) : xlsxWriter(out, columns, { sheetName: "Trang 1" });
  for (const row of rows.slice(1)) await writer.row(row);
  await writer.end();
  return Buffer.concat(parts);
}
