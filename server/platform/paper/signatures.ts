import type { Paragraph, Table } from "docx";
import { CENTER, LEFT, line, mm, run, SHEET, sideBySide } from "./lines";

/** Somebody who signs a document. */
export interface Signer {
  /** In what capacity: "NGƯỜI LẬP". */
  title: string;
  how: string;
  /** Printed below the room for the signature; null where it is not known yet. */
  name: string | null;
}

/** Where the head of the agency signs, alone on the right. */
const LONE = mm(70);

/** The end of a document: place and day on the right, and below them whoever signs, side by side. */
export function signatures(signers: readonly Signer[], placeAndDay: string): (Paragraph | Table)[] {
  const day = (indent = 0): Paragraph =>
    line([run(placeAndDay, { italics: true })], CENTER, {
      indent: { left: indent },
      spacing: { before: 200, after: 60 },
      keepNext: true,
    });
  const [only] = signers;
  if (signers.length === 1)
    return [
      sideBySide([
        { children: [line("", LEFT)], width: LONE },
        { children: [day(), ...signed(only)], width: SHEET - LONE },
      ]),
    ];
  const width = Math.floor(SHEET / signers.length);
  return [day(LONE), sideBySide(signers.map((signer) => ({ children: signed(signer), width })))];
}

/** The room for a signature, with the name of who signs where it is known. */
function signed({ title, how, name }: Signer): Paragraph[] {
  const room = line("", CENTER, { spacing: { before: 900 }, keepNext: name !== null });
  return [
    line([run(title, { bold: true })], CENTER, { keepNext: true }),
    line([run(how, { italics: true })], CENTER, { keepNext: true }),
    room,
    ...(name === null ? [] : [line([run(name, { bold: true })], CENTER)]),
  ];
}
