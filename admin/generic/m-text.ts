/** Escapes that M reads inside a text. */
const ESCAPES: Record<string, string> = { "\r": "#(cr)", "\n": "#(lf)", "\t": "#(tab)", "#(": "#(#)(", '"': '""' };

/** A text literal of M. */
export function mText(text: string): string {
  return `"${text.replace(/#\(|["\r\n\t]/g, (found) => ESCAPES[found] ?? found)}"`;
}
