import type { Operation } from "../platform/data/document";

/** The header in which a tool sends its token; it stands as a shell variable and is never printed. */
const TOKEN = '-H "authorization: Bearer $DANH_MUC_TOKEN"';

/** A text as one word of a POSIX shell. */
const quoted = (text: string): string => `'${text.replace(/'/g, "'\\''")}'`;

/** Sends a query from a terminal. */
export function curlCommand(origin: string, { query, variables }: Operation): string {
  return [
    `curl -sS ${quoted(`${origin}/graphql`)}`,
    "-H 'content-type: application/json'",
    TOKEN,
    `-d ${quoted(JSON.stringify({ query, variables }))}`,
  ].join(" \\\n  ");
}

/** Fetches a file from a terminal; a refusal ends the command with an error instead of filling the file. */
export function curlFile(address: string, fileName: string): string {
  return [`curl -sS --fail-with-body ${quoted(address)}`, TOKEN, `-o ${quoted(fileName)}`].join(" \\\n  ");
}
