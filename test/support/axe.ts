import axe from "axe-core";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** What keeps people from using a page at all, or makes it hard for them. */
const GRAVE = new Set(["serious", "critical"]);

interface Looked {
  /** A selector; the whole page where none is given. */
  within?: string;
  /** Selectors of what somebody else draws, each with a reason beside it in the test. */
  without?: string[];
}

/**
 * The serious and critical findings of axe-core on a page as it stands, one line each: rule, element, what to mend.
 * Empty is a floor and no proof: it finds what a machine can find.
 */
export async function graveFindings(page: Page, { within, without = [] }: Looked = {}): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const results = await page.evaluate(
    async ([include, exclude]) => {
      const { axe: run } = window as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } };
      return run.run(
        { include: include ?? document, ...(exclude.length > 0 ? { exclude } : {}) },
        { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
      );
    },
    [within, without] as [string | undefined, string[]],
  );
  return results.violations
    .filter((violation) => GRAVE.has(violation.impact ?? ""))
    .flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
    );
}
