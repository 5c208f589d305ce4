import { matcherOf } from "../../admin/grid/find";

const ask = (text: string, more: object = {}) => matcherOf({ text, field: null, exact: false, whole: false, ...more });

describe("finding a text in a cell", () => {
  it("is without accents and case, composed or decomposed", () => {
    for (const text of ["Đường bộ", "duong bo", "ĐƯỜNG BỘ", "Đường bộ".normalize("NFD")])
      expect(ask(text).fits("Sở Đường bộ".normalize("NFD"))).toBe(true);
    expect(ask("duong thuy").fits("Đường bộ")).toBe(false);
    expect(ask("").fits("Đường bộ")).toBe(false);
  });

  it("is exact where asked", () => {
    expect(ask("duong", { exact: true }).fits("Đường")).toBe(false);
    expect(ask("Đường".normalize("NFD"), { exact: true }).fits("Đường bộ")).toBe(true);
    expect(ask("đường", { exact: true }).fits("Đường bộ")).toBe(false);
  });

  it("is of whole cells where asked", () => {
    expect(ask("duong bo", { whole: true }).fits("Đường bộ")).toBe(true);
    expect(ask("duong", { whole: true }).fits("Đường bộ")).toBe(false);
  });
});

describe("replacing a text in a cell", () => {
  it("replaces every match at its place in the original and leaves the rest letter for letter", () => {
    expect(ask("ho tich").replace("Cấp trích lục Hộ tịch, hộ tịch khác", "cư trú")).toBe(
      "Cấp trích lục cư trú, cư trú khác",
    );
    expect(ask("dat").replace("Đất đai, đạt, 𝒜 đặt", "X")).toBe("X đai, X, 𝒜 X");
    expect(ask("aa").replace("aaaaa", "b")).toBe("bba");
    expect(ask("x").replace("Đường", "y")).toBe("Đường");
  });

  it("takes the new text as it is, signs of patterns included", () => {
    expect(ask(".").replace("1.000", "$&\\1")).toBe("1$&\\1000");
    expect(ask("a+").replace("a+b", "")).toBe("b");
  });

  it("replaces the whole cell where whole cells are looked for", () => {
    expect(ask("duong bo", { whole: true }).replace("Đường bộ", "Đường sắt")).toBe("Đường sắt");
    expect(ask("duong", { whole: true }).replace("Đường bộ", "x")).toBe("Đường bộ");
  });
});
