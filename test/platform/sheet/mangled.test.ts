import fc from "fast-check";
import { readFileSync } from "node:fs";
import { Refusal } from "../../../server/platform/errors/refusal";
import { xlsxWriter } from "../../../server/platform/sheet/xlsx-writer";
import { readAll, SheetFiles, textColumns } from "./sheet-files";
import { workbookOf } from "./workbooks";

const files = new SheetFiles();
afterAll(() => files.remove());

/** Whatever the bytes are, they are rows or a refusal: nothing else is thrown and nothing hangs. */
async function outcome(bytes: Buffer, name: string): Promise<"rows" | "refused"> {
  try {
    await readAll(files.write(bytes), name);
    return "rows";
  } catch (error) {
    if (error instanceof Refusal) return "refused";
    throw error;
  }
}

interface Damage {
  at: number;
  byte: number;
  isCut: boolean;
}

const damage: fc.Arbitrary<Damage[]> = fc.array(
  fc.record({ at: fc.nat(1_000_000), byte: fc.nat(255), isCut: fc.boolean() }),
  { minLength: 1, maxLength: 6 },
);

function damaged(bytes: Buffer, damages: Damage[]): Buffer {
  let made = Buffer.from(bytes);
  for (const { at, byte, isCut } of damages) {
    const place = at % made.length;
    if (isCut && at % 5 === 0) made = Buffer.concat([made.subarray(0, place), made.subarray(place + (byte % 40) + 1)]);
    else made[place] = byte;
    if (made.length === 0) return made;
  }
  return made;
}

test("a damaged workbook is read or refused, by whomever it was written", async () => {
  const path = await files.written(
    (out) => xlsxWriter(out, textColumns(3), { sheetName: "Thử" }),
    Array.from({ length: 40 }, (_, i) => [`Dòng ${i}`, `x${i * 7919}`, null]),
  );
  const ours = readFileSync(path);
  const theirs = workbookOf({
    shared: Array.from({ length: 40 }, (_, i) => `<si><t>Văn bản ${i}</t></si>`).join(""),
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
    rows: Array.from(
      { length: 40 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i}</v></c><c s="1"><v>4366${i % 10}</v></c></row>`,
    ).join(""),
  });
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(ours, theirs), damage, async (bytes, damages) => {
      seen.add(await outcome(damaged(bytes, damages), "a.xlsx"));
    }),
    { numRuns: 600 },
  );
  expect(seen).toEqual(new Set(["rows", "refused"]));
});

test("any XML in the place of a part is read or refused", async () => {
  const piece = fc.constantFrom(
    "<row>",
    "</row>",
    '<row r="-1">',
    '<row r="1e9">',
    "<c>",
    "</c>",
    '<c r="ZZZ1">',
    '<c t="s">',
    '<c t="d">',
    '<c t="b">',
    '<c s="99">',
    '<c r="1">',
    "<v>",
    "</v>",
    "<v/>",
    "<f>",
    "</f>",
    "<is>",
    "</is>",
    "<t>",
    "</t>",
    "<rPh>",
    "</rPh>",
    "1",
    "-1",
    "1e999",
    "abc",
    "&#0;",
    "&lt;",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?x?>",
    "2019-13-45",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 14 }), fc.array(piece, { maxLength: 6 }), async (rows, shared) => {
      await outcome(workbookOf({ rows: rows.join(""), shared: shared.join("") }), "a.xlsx");
    }),
    { numRuns: 600 },
  );
});

test("any bytes called CSV are read or refused", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      await outcome(Buffer.from(bytes), "a.csv");
    }),
    { numRuns: 600 },
  );
});
