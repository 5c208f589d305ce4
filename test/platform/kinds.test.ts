import {
  bool,
  choice,
  code,
  date,
  int,
  list,
  moment,
  parseDay,
  parseId,
  secret,
  text,
  vnd,
} from "../../server/platform/kinds/all";
import type { Kind, Locale, Parsed } from "../../server/platform/kinds/kind";

const value = (read: Parsed): unknown => (read.ok ? read.value : read.problem.reason);
const typed = (kind: Kind, words: string, locale: Locale = "vi"): unknown => value(kind.fromText(words, locale));
const given = (kind: Kind, what: unknown): unknown => value(kind.parse(what));

describe("whole numbers", () => {
  test("fractions are refused, a fraction of nothing is none", () => {
    expect(typed(int(), "1.234,5")).toBe("notWhole");
    expect(typed(int(), "1,234.5", "en")).toBe("notWhole");
    expect(typed(int(), "1,5")).toBe("notWhole");
    expect(typed(int(), "1.5", "en")).toBe("notWhole");
    expect(typed(int(), "1.234,00")).toBe(1234);
    expect(typed(int(), "10,0")).toBe(10);
    expect(typed(int(), "1,234.00", "en")).toBe(1234);
  });

  test("either language's thousands are read, but never a fraction of one as the thousands of the other", () => {
    expect(typed(int(), "1.000.000")).toBe(1_000_000);
    expect(typed(int(), "1,000,000")).toBe(1_000_000);
    expect(typed(int(), "1.000.000", "en")).toBe(1_000_000);
    expect(typed(int(), "1,000", "en")).toBe(1000);
    expect(typed(int(), "1.000")).toBe(1000);
    expect(typed(int(), "1.00.000")).toBe("notWhole");
    expect(typed(int(), "1.000,000.0")).toBe("notWhole");
  });

  test("spaces, signs and words around it are no obstacle, letters within are", () => {
    expect(typed(int(), " 1 234 ")).toBe(1234);
    expect(typed(int(), "1 234")).toBe(1234);
    expect(typed(int(), "−5")).toBe(-5);
    expect(typed(int(), "+5")).toBe(5);
    for (const odd of ["", "-", "12a", "0x10", "1e3", "½", "NaN", "Infinity", "١٢"])
      expect(typed(int(), odd)).toBe("notWhole");
  });

  test("bounds are those of the field and of 32 bits", () => {
    expect(given(int({ min: 1, max: 4 }), 5)).toBe("outOfRange");
    expect(given(int(), 2147483648)).toBe("outOfRange");
    for (const odd of ["1", 1.5, NaN, null, [], true]) expect(given(int(), odd)).toBe("notWhole");
    expect(int().toText(1234567, "vi")).toBe("1.234.567");
    expect(int().toText(-1234567, "en")).toBe("−1,234,567");
  });
});

describe("money", () => {
  test("every digit of 64 bits is kept and one more is refused", () => {
    expect(given(vnd(), "9223372036854775807")).toBe("9223372036854775807");
    expect(given(vnd(), "9223372036854775808")).toBe("tooMuchVnd");
    expect(given(vnd(), "9007199254740993")).toBe("9007199254740993");
    expect(given(vnd(), "-1")).toBe("belowVnd");
    expect(given(vnd({ min: -5n }), "-5")).toBe("-5");
    for (const odd of ["1.5", "", " 1", "1 ", "1e3", "0x1", 5, null, "9".repeat(20)])
      expect(given(vnd(), odd)).toBe("notVnd");
    expect(vnd().encode!("9223372036854775807")).toBe(9223372036854775807n);
  });

  test("it is typed as people write it", () => {
    for (const words of [
      "135.000",
      "135000",
      "135.000đ",
      "135.000 ₫",
      "135 000 VNĐ",
      "135.000 đồng",
      "135.000,00",
      "00135000",
    ])
      expect([words, typed(vnd(), words)]).toEqual([words, "135000"]);
    expect(typed(vnd(), "135,000", "en")).toBe("135000");
    expect(typed(vnd(), "135.000,5")).toBe("notVnd");
    expect(typed(vnd(), "0")).toBe("0");
    expect(vnd().toText("9223372036854775807", "vi")).toBe("9.223.372.036.854.775.807");
  });
});

describe("days", () => {
  test("the day comes first, and the month is never guessed to be it", () => {
    for (const words of ["30/7/2018", "30-7-2018", "30.7.2018", "30/07/2018", " 30/7/2018 ", "2018-07-30"])
      expect([words, typed(date(), words)]).toEqual([words, "2018-07-30"]);
    expect(typed(date(), "7/30/2018")).toBe("noSuchMonth");
    expect(typed(date(), "7/30/2018", "en")).toBe("noSuchMonth");
    expect(typed(date(), "3/4/2018", "en")).toBe("2018-04-03");
  });

  test("days that do not exist are refused with how many the month has, leap days by the calendar", () => {
    const refused = date().fromText("30/2/2019", "vi");
    expect(refused).toEqual({
      ok: false,
      problem: { code: "BAD_INPUT", reason: "noSuchDay", values: { day: 30, month: 2, year: 2019, days: 28 } },
    });
    expect(typed(date(), "29/2/2020")).toBe("2020-02-29");
    expect(typed(date(), "29/2/2000")).toBe("2000-02-29");
    for (const words of ["29/2/2019", "29/2/1900", "31/4/2019", "0/1/2019", "32/1/2019"])
      expect(typed(date(), words)).toBe("noSuchDay");
    for (const words of ["30/7", "30/7/18", "hôm nay", "2018/07/30", "2018-7-30", "43281", ""])
      expect(typed(date(), words)).toBe("notDate");
    for (const odd of [20180730, null, new Date(), "2018-07-30T00:00:00Z"])
      expect(value(parseDay(odd))).toBe("notDate");
  });

  test("the table's words for an open end are no days", () => {
    for (const day of ["0001-01-01", "9999-12-31", "0000-01-01"]) expect(value(parseDay(day))).not.toBe(day);
    expect([value(parseDay("0001-01-02")), value(parseDay("9999-12-30"))]).toEqual(["0001-01-02", "9999-12-30"]);
    expect(date().toText("2018-07-05", "vi")).toBe("5/7/2018");
    expect(date({ open: "to" }).decode!("9999-12-31")).toBeNull();
  });

  test("moments are those of UTC", () => {
    expect(given(moment(), "2019-07-20T02:00:00Z")).toBe("2019-07-20T02:00:00.000Z");
    for (const odd of ["2019-07-20", "2019-07-20T02:00:00+07:00", "20/7/2019", 5])
      expect(given(moment(), odd)).toBe("notMoment");
    for (const odd of ["2019-13-20T02:00:00Z", "2019-02-30T02:00:00Z", "2019-07-20T25:00:00Z"])
      expect(moment().parse(odd).ok).toBe(false);
    expect(moment().toText("2019-07-19T18:30:00.000Z", "vi")).toContain("20");
  });
});

describe("texts and codes", () => {
  test("texts are composed and otherwise left as they are, and counted in characters", () => {
    expect(given(text(), "Ho\u0302\u0323 tịch ")).toBe("Hộ tịch ");
    expect(given(text({ max: 2 }), "🏛🏛")).toBe("🏛🏛");
    expect(text({ max: 2 }).parse("🏛🏛a")).toMatchObject({
      problem: { code: "LIMIT", reason: "tooLong", values: { length: 3 } },
    });
    expect(given(text(), "a\u0000")).toBe("zeroByte");
    for (const broken of ["\ud800", "a\udc00b", "\udc00\ud800"]) expect(given(text(), broken)).toBe("brokenText");
    for (const odd of [5, null, ["a"], {}]) expect(given(text(), odd)).toBe("notText");
    expect(typed(text(), "a\u0000b")).toBe("zeroByte");
  });

  test("codes keep their zeros and refuse what cannot be seen", () => {
    expect(typed(code(), " 0012 ")).toBe("0012");
    expect(given(code(), "0012")).toBe("0012");
    expect(given(code(), " 0012")).toBe("spaceAroundCode");
    expect(given(code(), "")).toBe("emptyCode");
    expect(typed(code(), "   ")).toBe("emptyCode");
    for (const odd of ["a\nb", "a\tb", "a\u0007b", "a\u007fb"]) expect(given(code(), odd)).toBe("controlInCode");
    expect(given(code({ pattern: /^\d+$/, shape: "15" }), "15a")).toBe("codeShape");
    expect(given(code({ max: 3 }), "1234")).toBe("tooLong");
  });

  test("ids are whole numbers that a double counts exactly, as text", () => {
    expect(value(parseId("9007199254740991"))).toBe("9007199254740991");
    for (const odd of [
      "9007199254740992",
      "0",
      "01",
      "-1",
      "1.0",
      "1e3",
      " 1",
      "",
      1.5,
      -1,
      2 ** 53,
      null,
      "99999999999999999999",
    ])
      expect(value(parseId(odd))).toBe("notId");
  });

  test("secrets have a least length and are never shown or typed into a grid", () => {
    expect(given(secret(), "x".repeat(14))).toBe("tooShort");
    expect(given(secret(), "🔑".repeat(15))).toBe("🔑".repeat(15));
    expect(given(secret(), "x".repeat(257))).toBe("tooLong");
    expect([secret().toText("bí mật", "vi"), typed(secret(), "x".repeat(20))]).toEqual(["", "notTyped"]);
    expect(secret().operators).toEqual([]);
  });
});

describe("choices and lists", () => {
  const leg = choice("Leg", [
    { value: "IN", vi: "Tiếp nhận", en: "Receiving" },
    { value: "OUT", vi: "Trả kết quả", en: "Returning" },
  ]);

  test("a choice is typed in either language, with or without accents, in any case", () => {
    for (const words of ["Tiếp nhận", "tiep nhan", " TIẾP NHẬN ", "Tie\u0302\u0301p nhận", "receiving", "IN", "in"])
      expect([words, typed(leg, words)]).toEqual([words, "IN"]);
    expect(typed(leg, "tiếp")).toBe("notAmong");
    for (const odd of ["in", "", "Tiếp nhận", 0, null]) expect(given(leg, odd)).toBe("notAmong");
    expect([leg.toText("OUT", "vi"), leg.toText("OUT", "en"), leg.toText("GONE", "vi")]).toEqual([
      "Trả kết quả",
      "Returning",
      "GONE",
    ]);
  });

  test("yes and no are words", () => {
    for (const words of ["Có", "co", "x", "yes", "TRUE", "1"]) expect(typed(bool(), words)).toBe(true);
    for (const words of ["Không", "khong", "no", "0"]) expect(typed(bool(), words)).toBe(false);
    expect(typed(bool(), "có lẽ")).toBe("notBool");
    for (const odd of [0, 1, "true", null]) expect(given(bool(), odd)).toBe("notBool");
  });

  test("a list is typed with semicolons or commas and holds no value twice", () => {
    expect(typed(list(leg), "Tiếp nhận; tra ket qua")).toEqual(["IN", "OUT"]);
    expect(typed(list(leg), "Tiếp nhận, IN")).toEqual(["IN"]);
    expect(typed(list(leg), "Tiếp nhận; không có")).toBe("notAmong");
    expect(typed(list(code()), "T-YBI-1;T-YBI-2\nT-YBI-3")).toEqual(["T-YBI-1", "T-YBI-2", "T-YBI-3"]);
    expect(typed(list(code()), "1,5")).toEqual(["1,5"]);
    expect(given(list(leg, { max: 1 }), ["IN", "OUT"])).toBe("listTooLong");
    for (const odd of ["IN", null, {}, 5]) expect(given(list(leg), odd)).toBe("notList");
    expect(list(leg).toText(["IN", "OUT"], "vi")).toBe("Tiếp nhận; Trả kết quả");
    expect(list(leg).decode!(list(leg).encode!(["IN"]))).toEqual(["IN"]);
  });

  test("what a kind shows, the same kind reads back, in both languages", () => {
    const samples: [Kind, unknown[]][] = [
      [int(), [0, -7, 1234, 2147483647, -2147483648]],
      [vnd(), ["0", "999", "135000", "9223372036854775807"]],
      [date(), ["2018-07-05", "2020-02-29", "0999-01-02"]],
      [bool(), [true, false]],
      [leg, ["IN", "OUT"]],
      [list(leg), [["OUT", "IN"], ["IN"]]],
      [code(), ["0012", "1320/QĐ-UBND", "T-YBI-1"]],
    ];
    for (const [kind, values] of samples)
      for (const locale of ["vi", "en"] as const)
        for (const v of values)
          expect([kind.name, typed(kind, kind.toText(v, locale), locale)]).toEqual([kind.name, v]);
  });
});
