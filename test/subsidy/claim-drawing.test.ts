import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CLAIM_STEPS } from "../../server/subsidy/claim.steps.rules";
import { CLAIM_STATE } from "../../server/subsidy/subsidy-claim.entity";
import { makeRegistry } from "../../server/schema";
import { given, pageTables } from "../support/page-tables";

/** The steps of a claim are one table in the code; docs/subsidies.md draws it and says it in words. */
const page = readFileSync(join(__dirname, "../../docs/subsidies.md"), "utf8");
const drawing = /```mermaid\nstateDiagram-v2\n([^]*?)```/
  .exec(page)![1]
  .trim()
  .split("\n")
  .map((line) => line.trim());

test("the drawing names every state as people do", () => {
  const named = drawing.filter((line) => /^[A-Z]+: /.test(line));
  expect(named.sort()).toEqual(CLAIM_STATE.choices!.map(({ value, vi }) => `${value}: ${vi}`).sort());
});

test("the drawing has every way of the table and no other", () => {
  const ways = drawing.filter((line) => line.includes("-->") && !line.includes("[*]"));
  const table = CLAIM_STEPS.flatMap(({ from, to, label }) => from.map((state) => `${state} --> ${to}: ${label.vi}`));
  expect(ways.sort()).toEqual(table.sort());
});

test("a claim begins where no step leads from nowhere, and ends where none leads on", () => {
  const ends = CLAIM_STATE.choices!.map(({ value }) => value).filter(
    (state) => !CLAIM_STEPS.some(({ from }) => from.includes(state)),
  );
  expect(drawing.filter((line) => line.includes("[*]")).sort()).toEqual(
    ["[*] --> DRAFT", ...ends.map((state) => `${state} --> [*]`)].sort(),
  );
});

test("the page says by whom each step cannot be done, in the words of the claim's fields", () => {
  const claim = makeRegistry().single("subsidyClaim");
  const rows = pageTables("subsidies.md")("Các bước của đề nghị");
  expect(rows.map((row) => [row["Thao tác"], row["Bước"], given(row["Không được là"])?.split(", ") ?? []])).toEqual(
    CLAIM_STEPS.map(({ mutation, label, notBy }) => [
      `\`${mutation}\``,
      label.vi,
      notBy.map((field) => claim.byName.get(field)!.label.vi),
    ]),
  );
});
