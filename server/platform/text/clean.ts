/**
 * The form in which every text of a person is kept: Unicode NFC (UAX #15), so that a name typed composed and the
 * same name typed with combining marks are one text. Nothing else is touched: trailing spaces, doubled spaces and
 * control characters come back as they went in.
 */
export function clean(text: string): string {
  return text.normalize("NFC");
}
