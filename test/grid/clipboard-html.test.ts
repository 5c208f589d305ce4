import { encodeHtml } from "../../admin/grid/clipboard-html";

describe("the clipboard's table form", () => {
  it("keeps codes as texts and amounts as numbers", () => {
    const html = encodeHtml([
      [
        { text: "0012", amount: null },
        { text: "110.000", amount: "110000" },
      ],
    ]);
    expect(html).toContain(`sdnum="1066;0;@" style="mso-number-format:'\\@'">0012</td>`);
    expect(html).toContain('x:num="110000" sdval="110000"');
  });

  it("lets no text become markup", () => {
    const html = encodeHtml([[{ text: '<img src=x onerror="a()"> & "b"\td', amount: null }]]);
    expect(html).not.toContain("<img");
    expect(html).toContain('&lt;img src=x onerror="a()"&gt; &amp; "b"&#9;d');
  });

  it("is left out where a cell holds a line end, which no table keeps in every spreadsheet", () => {
    expect(encodeHtml([[{ text: "a", amount: null }], [{ text: "two\nlines", amount: null }]])).toBeNull();
  });
});
