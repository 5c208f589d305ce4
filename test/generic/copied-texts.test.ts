import { execFileSync } from "node:child_process";
import { curlCommand, curlFile } from "../../admin/generic/curl-command";
import { mText } from "../../admin/generic/m-text";

const NAUGHTY = ["Đăng ký", "a'b", `"''"`, "$HOME `id` $(id)", "dòng 1\ndòng 2", "\\", "!!", "100% &|;<>", "#(lf)"];

/** What a shell hands over as the arguments of the command, one a line, as JSON. */
function argumentsOf(command: string): string[] {
  const script = `curl() { node -e 'console.log(JSON.stringify(process.argv.slice(1)))' -- "$@"; }\n${command}`;
  const env = { ...process.env, DANH_MUC_TOKEN: "t-1" };
  return JSON.parse(execFileSync("sh", ["-c", script], { env, encoding: "utf8" })) as string[];
}

test("a shell hands over the query of a copied command as it is, whatever is filtered by", () => {
  for (const search of NAUGHTY) {
    const variables = { filter: { search } };
    const given = argumentsOf(curlCommand("http://danh-muc.example", { query: "{ x }", variables }));
    expect(JSON.parse(given[given.indexOf("-d") + 1]!)).toEqual({ query: "{ x }", variables });
    expect(given).toContain("authorization: Bearer t-1");
  }
});

test("and the address and the name of a file", () => {
  for (const name of NAUGHTY) {
    const given = argumentsOf(curlFile(`http://danh-muc.example/?q=${encodeURIComponent(name)}`, name));
    expect(given[given.indexOf("-o") + 1]).toBe(name);
    expect(given).toContain(`http://danh-muc.example/?q=${encodeURIComponent(name)}`);
  }
});

test("a text of M holds quotes, line ends and what looks like its escapes", () => {
  expect(mText('[{"nameVi":"ASC"}]')).toBe('"[{""nameVi"":""ASC""}]"');
  expect(mText("a\r\n\tb")).toBe('"a#(cr)#(lf)#(tab)b"');
  expect(mText("#(lf)")).toBe('"#(#)(lf)"');
});
