import { isSyllable } from "../../../server/platform/sheet/syllable";
import { asTcvn3, asUtf16, asVni, asWindows1258, LETTERS } from "./vietnamese";
import { refusalOf, SheetFiles } from "./sheet-files";

const files = new SheetFiles();
afterAll(() => files.remove());

/** Sentences of catalogs; together with the list of all letters every one is there in both cases. */
const SENTENCES = [
  "Thủ tục,Lĩnh vực,Cơ quan thực hiện",
  "Đăng ký khai sinh có yếu tố nước ngoài,Hộ tịch,Ủy ban nhân dân cấp huyện",
  "Cấp giấy chứng nhận đủ điều kiện an toàn thực phẩm,Y tế,Sở Y tế",
  "Xác nhận hộ nghèo và hộ cận nghèo phát sinh trong năm,Bảo trợ xã hội,Phường Nguyễn Thái Học",
  "Nguyễn Thị Ánh Tuyết,Quyết định về việc công bố danh mục,Văn phòng",
];
const TEXT = `${SENTENCES.join("\r\n")}\r\n`;
const ROWS = SENTENCES.map((line) => line.split(","));
/** What TCVN3 can say of them: it has no capitals with tones, which its users took from another font. */
const SAID_IN_TCVN3 = ROWS.map((row) => row.map((cell) => cell.replace("Ủ", "ủ").replace("Á", "á")));

test.each([
  ["UTF-8", Buffer.from(TEXT)],
  ["UTF-8", Buffer.from(`\ufeff${TEXT}`)],
  ["UTF-16 LE", asUtf16(TEXT, false)],
  ["UTF-16 LE", asUtf16(`\ufeff${TEXT}`, false)],
  ["UTF-16 BE", asUtf16(TEXT, true)],
  ["UTF-16 BE", asUtf16(`\ufeff${TEXT}`, true)],
  ["Windows-1258", asWindows1258(TEXT)],
  ["TCVN3 (ABC)", asTcvn3(TEXT)],
  ["VNI", asVni(TEXT)],
  ["UTF-8, TCVN3 (ABC)", Buffer.from(asTcvn3(TEXT).toString("latin1"))],
  ["UTF-8, VNI", Buffer.from(asVni(TEXT).toString("latin1"))],
  ["UTF-16 LE, TCVN3 (ABC)", asUtf16(`\ufeff${asTcvn3(TEXT).toString("latin1")}`, false)],
])("%s is recognised and read", async (name, bytes) => {
  const { all, encoding } = await files.read(bytes);
  expect(encoding).toBe(name);
  expect(all.map((row) => row.values)).toEqual(name.endsWith("TCVN3 (ABC)") ? SAID_IN_TCVN3 : ROWS);
});

/** Every letter as a word that Vietnamese has, among ordinary words. */
const each = (letters: string[]) => letters.map((letter) => `${letter},chữ ${letter} của thủ tục hành chính`);

test.each([
  ["Windows-1258", asWindows1258],
  ["VNI", asVni],
])("every letter in both cases goes through %s", async (name, encode) => {
  const lines = each(LETTERS);
  const { all, encoding } = await files.read(encode(`${TEXT}${lines.join("\n")}\n`));
  expect(encoding).toBe(name);
  expect(all.slice(SENTENCES.length).map((row) => row.values.join())).toEqual(lines);
});

test("every letter that TCVN3 has goes through it", async () => {
  const lines = each([...LETTERS.slice(0, LETTERS.length / 2), ..."ĂÂÊÔƠƯĐ"]);
  const { all, encoding } = await files.read(asTcvn3(`${TEXT}${lines.join("\n")}\n`));
  expect(encoding).toBe("TCVN3 (ABC)");
  expect(all.slice(SENTENCES.length).map((row) => row.values.join())).toEqual(lines);
});

test("capitals of a TCVN3 capital font are capitals again, names keep their small letters", async () => {
  const lines = ["THỦ TỤC HÀNH CHÍNH", "HÀ NỘI", "Hà Nội", "Sở Tư pháp", "Hà UBND"];
  const { all } = await files.read(asTcvn3(`${TEXT}${lines.join("\n")}\n`));
  expect(all.slice(SENTENCES.length).map((row) => row.values[0])).toEqual(lines);
});

test("letters cut by the end of a piece are read whole", async () => {
  for (const encode of [asVni, asWindows1258, asTcvn3, (text: string) => Buffer.from(text)]) {
    // 64 KiB is what is read at a time: the same line at every shift crosses the border at every byte.
    for (let shift = 0; shift < 9; shift++) {
      const text = `${TEXT}${"x".repeat(20_000)},${"y".repeat(20_000)},${"z".repeat(24_600 + shift)}\n`;
      const filler = "Đường Điện Biên,thửa ruộng,hưởng trợ cấp\n".repeat(60);
      const { all } = await files.read(encode(text + filler));
      expect(all.slice(-60).map((row) => row.values)).toEqual(
        Array.from({ length: 60 }, () => ["Đường Điện Biên", "thửa ruộng", "hưởng trợ cấp"]),
      );
    }
  }
});

test("plain ASCII is UTF-8, and French stays French", async () => {
  expect((await files.read("a,b\n1,2\n")).encoding).toBe("UTF-8");
  const { all, encoding } = await files.read(Buffer.from("préfecture,élève,garçon,hôtel,Noël\n"));
  expect([encoding, all[0].values[0]]).toEqual(["UTF-8", "préfecture"]);
});

test.each([
  ["Latin-1 that is no Vietnamese", Buffer.from("préfecture,élève,garçon,Straße,Noël\n", "latin1")],
  ["bytes of no text", Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251))],
])("%s is refused and not guessed", async (_, bytes) => {
  expect(await refusalOf(files.read(bytes))).toEqual({ code: "BAD_INPUT", reason: "fileEncodingUnknown" });
});

test("UTF-8 that breaks off far below is not taken for UTF-8", async () => {
  const bytes = Buffer.concat([Buffer.from(TEXT.repeat(2000)), Buffer.from([0x61, 0xff, 0x2c, 0x62, 0x0a])]);
  expect((await refusalOf(files.read(bytes))).reason).toMatch(/fileEncodingUnknown|fileTextBroken/);
});

test("syllables of the language are known, others are not", () => {
  const yes = "nghiêng nguyễn quyết giếng gì quốc khuỷu đường rượu ý ỷ oanh thuở xoong quýt giặt quẫy huỳnh".split(" ");
  const no = "préfecture thñ tuïc hoàc zô đượk".split(" ");
  expect(yes.filter((word) => !isSyllable(word))).toEqual([]);
  expect(no.filter((word) => isSyllable(word))).toEqual([]);
});
