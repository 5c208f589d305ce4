import { createDeflateRaw } from "node:zlib";
import { once } from "node:events";
import { guardZip } from "../../../server/platform/sheet/zip-reader";
import { readAll, refusalOf, SheetFiles } from "./sheet-files";
import { workbookOf, zipOf, type Parts, type RawEntry } from "./workbooks";

const files = new SheetFiles();
afterAll(() => files.remove());

const cellOf = (text: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;
const openRaw = (bytes: Buffer, name = "a.xlsx") => readAll(files.write(bytes), name);
const open = (parts: Parts) => openRaw(workbookOf(parts));

/** So many zeros deflated without ever being held. */
async function zeros(size: number): Promise<{ bytes: Buffer; size: number }> {
  const deflate = createDeflateRaw({ level: 9 });
  const parts: Buffer[] = [];
  deflate.on("data", (part: Buffer) => parts.push(part));
  const piece = Buffer.alloc(1024 * 1024);
  for (let sent = 0; sent < size; sent += piece.length) if (!deflate.write(piece)) await once(deflate, "drain");
  deflate.end();
  await once(deflate, "end");
  return { bytes: Buffer.concat(parts), size };
}

/** What the work adds to the memory, at its highest. */
async function highest(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return Math.max(most, process.memoryUsage().rss) - before;
}
const MIB = 1024 * 1024;

describe("what is refused before anything is inflated", () => {
  test.each<[string, () => Promise<RawEntry[]>]>([
    ["an entry that says it is a gigabyte", async () => [{ name: "a", content: "x", saidSize: 1024 * MIB }]],
    ["an entry two hundred times its size", async () => [{ name: "a", content: "", deflated: await zeros(64 * MIB) }]],
    [
      "entries that are too much together",
      async () =>
        Array.from({ length: 9 }, (_, i) => ({
          name: `${i}`,
          content: Buffer.alloc(400_000, "qwerty"),
          saidSize: 60 * MIB,
        })),
    ],
    ["too many entries", async () => Array.from({ length: 2001 }, (_, i) => ({ name: `${i}`, content: "x" }))],
    [
      "entries that share their bytes",
      async () => [
        { name: "a", content: "x" },
        { name: "b", content: "x", sharesBytesOf: "a" },
      ],
    ],
  ])("%s", async (_, make) => {
    const path = files.write(zipOf(await make()));
    expect(await refusalOf(guardZip(path))).toEqual({ code: "LIMIT", reason: "fileBomb" });
    expect(await refusalOf(readAll(path, "a.xlsx"))).toEqual({ code: "LIMIT", reason: "fileBomb" });
  });

  test("entries of one name and locked entries", async () => {
    const twice = [1, 2].map(() => ({ name: "A", content: "x" }));
    expect((await refusalOf(openRaw(zipOf(twice)))).reason).toBe("fileUnreadable");
    expect((await refusalOf(openRaw(zipOf([{ name: "a", content: "x", isEncrypted: true }])))).reason).toBe(
      "fileLocked",
    );
  });
});

describe("what is refused while inflating", () => {
  test("an entry that is more than it says, with the memory flat", async () => {
    const bomb = await zeros(1024 * MIB);
    const path = files.write(zipOf([{ name: "a", content: "", deflated: { ...bomb, size: 1000 } }]));
    const grown = await highest(async () => {
      expect((await refusalOf(guardZip(path))).reason).toBe("fileUnreadable");
    });
    expect(grown).toBeLessThan(64 * MIB);
  });

  test("a sheet that is more than it says", async () => {
    const sheet = { name: "xl/extra.xml", content: "", deflated: { ...(await zeros(2 * MIB)), size: 100 } };
    const path = files.write(workbookOf({ rows: cellOf("a"), more: [sheet] }));
    // What is not read is not inflated; the guard for other formats looks at all of it.
    expect((await readAll(path, "a.xlsx")).all).toHaveLength(1);
    expect((await refusalOf(guardZip(path))).reason).toBe("fileUnreadable");
  });

  test("a text that never ends, with the memory flat", async () => {
    const path = files.write(
      workbookOf({ rows: cellOf(Array.from({ length: 3_000_000 }, (_, i) => i % 9973).join(" ")) }),
    );
    const grown = await highest(async () => {
      expect((await refusalOf(readAll(path, "a.xlsx"))).reason).toMatch(/^file(CellTooLong|TextTooLong)$/);
    });
    expect(grown).toBeLessThan(100 * MIB);
  });

  test("an attribute that never ends", async () => {
    const rows = `<row r="${Array.from({ length: 3_000_000 }, (_, i) => i % 9973).join(" ")}"/>`;
    expect((await refusalOf(open({ rows }))).reason).toBe("fileTextTooLong");
  });
});

describe("what XML could do", () => {
  const laughs =
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><worksheet><sheetData/></worksheet>';
  const fetches = '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd"><sst/>';
  const withPart = (name: string, content: string) =>
    zipOf(
      [
        {
          name: "[Content_Types].xml",
          content: '<Types><Override PartName="/w.xml" ContentType="spreadsheetml.sheet.main+xml"/></Types>',
        },
        {
          name: "_rels/.rels",
          content: '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="w.xml"/></Relationships>',
        },
        { name: "w.xml", content: '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="a"/></sheets></workbook>' },
        {
          name: "_rels/w.xml.rels",
          content:
            '<Relationships><Relationship Id="a" Type="x/worksheet" Target="s.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="t.xml"/></Relationships>',
        },
        { name: "s.xml", content: "<worksheet><sheetData/></worksheet>" },
        { name: "t.xml", content: "<sst/>" },
      ].map((entry) => (entry.name === name ? { name, content } : entry)),
    );

  test.each([
    ["entities upon entities", "s.xml", laughs, "fileHasEntities"],
    ["an address to fetch", "t.xml", fetches, "fileHasEntities"],
    ["a document type in the list of sheets", "w.xml", `<!DOCTYPE x>${"<workbook/>"}`, "fileHasEntities"],
    ["an entity nobody declared", "s.xml", "<worksheet>&a;</worksheet>", "fileUnreadable"],
    ["XML that breaks off", "s.xml", "<worksheet><sheetData>", "fileUnreadable"],
    ["no XML at all", "s.xml", "PK", "fileUnreadable"],
    ["an empty part", "s.xml", "", "fileUnreadable"],
    ["bytes that are no UTF-8", "s.xml", "<worksheet>\ufffd</worksheet>", "fileUnreadable"],
  ])("%s is refused", async (_, name, content, reason) => {
    const bytes = Buffer.from(content);
    const at = bytes.indexOf(Buffer.from("\ufffd"));
    const made = at < 0 ? content : Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at + 3)]);
    expect((await refusalOf(openRaw(withPart(name, made as string)))).reason).toBe(reason);
  });

  test("the same parts as they should be are read", async () => {
    expect((await openRaw(withPart("", ""))).all).toEqual([]);
  });
});

describe("cells that would take the memory or mean nothing", () => {
  test("one cell in the last corner of a sheet costs nothing and is refused for its column", async () => {
    const rows = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const path = files.write(workbookOf({ rows }));
    const grown = await highest(async () => {
      expect(await refusalOf(readAll(path, "a.xlsx"))).toEqual({ code: "LIMIT", reason: "fileTooManyColumns" });
    });
    expect(grown).toBeLessThan(32 * MIB);
  });

  test("an empty cell out there is nothing", async () => {
    expect((await open({ rows: '<row r="1048576"><c r="XFD1048576" s="3"/></row>' })).all).toEqual([]);
  });

  test.each<[string, Parts, string]>([
    [
      "a shared text that is not there",
      { shared: "<si><t>a</t></si>", rows: '<row><c t="s"><v>7</v></c></row>' },
      "fileUnreadable",
    ],
    ["a shared text below zero", { shared: "<si/>", rows: '<row><c t="s"><v>-1</v></c></row>' }, "fileUnreadable"],
    ["a shared text without shared texts", { rows: '<row><c t="s"><v>0</v></c></row>' }, "fileUnreadable"],
    ["a formula that was never computed", { rows: '<row><c r="B7"><f>A1</f></c></row>' }, "fileFormulaEmpty"],
    ["too long a text", { rows: cellOf("x".repeat(32_768)) }, "fileCellTooLong"],
    [
      "a shared text of a million letters",
      { shared: `<si><t>${"x".repeat(1_000_000)}</t></si>`, rows: cellOf("a") },
      "fileTextTooLong",
    ],
    [
      "too many rows",
      { rows: Array.from({ length: 100_101 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join("") },
      "fileTooManyRows",
    ],
    [
      "a document that is no workbook",
      { mainType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" },
      "fileNotXlsx",
    ],
    ["a workbook with macros", { mainType: "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }, "fileNotXlsx"],
  ])("%s is refused", async (_, parts, reason) => {
    expect((await refusalOf(open(parts))).reason).toBe(reason);
  });

  test("a ZIP that is no workbook, half a workbook, an old one and a locked one", async () => {
    const whole = workbookOf({ rows: cellOf("a") });
    const ole = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)]);
    const locked = Buffer.concat([ole, Buffer.from("EncryptedPackage", "utf16le")]);
    expect((await refusalOf(openRaw(zipOf([{ name: "a.txt", content: "a" }])))).reason).toBe("fileNotXlsx");
    expect((await refusalOf(openRaw(whole.subarray(0, whole.length - 30)))).reason).toBe("fileUnreadable");
    expect((await refusalOf(openRaw(ole, "a.xls"))).reason).toBe("fileOldExcel");
    expect((await refusalOf(openRaw(ole, "a.xlsx"))).reason).toBe("fileOldExcel");
    expect((await refusalOf(openRaw(locked, "a.xlsx"))).reason).toBe("fileLocked");
    expect((await refusalOf(openRaw(whole, "a.xlsm"))).reason).toBe("fileEnding");
  });
});
