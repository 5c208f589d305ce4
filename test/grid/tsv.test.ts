import { encodeTsv, parseTsv } from "../../admin/grid/tsv";

describe("the clipboard's text form", () => {
  it("reads what Excel writes: quoted cells with line ends, tabs and doubled quotes", () => {
    expect(parseTsv('a\t"two\r\nlines"\tb\r\n"say ""hi"""\t\t"x\ty"\r\n')).toEqual([
      ["a", "two\nlines", "b"],
      ['say "hi"', "", "x\ty"],
    ]);
  });

  it("takes a quote that is not closed, or not at the start, as a plain character", () => {
    expect(parseTsv('5" pipe\t"open')).toEqual([['5" pipe', '"open']]);
    expect(parseTsv('"a"b\tc')).toEqual([['"a"b', "c"]]);
  });

  it("keeps empty cells and empty rows inside a block, and opens no row at the end", () => {
    expect(parseTsv("a\t\n\n\tb\n")).toEqual([["a", ""], [""], ["", "b"]]);
    expect(parseTsv("")).toEqual([[""]]);
    expect(parseTsv("a\t")).toEqual([["a", ""]]);
  });

  it("reads back what it writes", () => {
    const block = [
      ["Đặng", 'a "b"', '"c"'],
      ["one\ntwo", "tab\there", ""],
      ["00123", " spaces ", "1.234,5"],
    ];
    expect(parseTsv(encodeTsv(block))).toEqual(block);
  });
});
