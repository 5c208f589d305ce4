/** Money in millions with one decimal, rounded half up: where a full figure has no room. 13.852.300 is 13,9. */
export function inMillions(vnd: string, language: "vi" | "en"): string {
  const amount = BigInt(vnd);
  const tenths = ((amount < 0n ? -amount : amount) + 50_000n) / 100_000n;
  const separator = language === "vi" ? [".", ","] : [",", "."];
  const whole = String(tenths / 10n).replace(/\B(?=(\d{3})+(?!\d))/g, separator[0]!);
  const decimal = tenths % 10n;
  return `${amount < 0n ? "−" : ""}${whole}${decimal === 0n ? "" : `${separator[1]}${decimal}`}`;
}

interface Funds {
  budgetVnd: string | null;
  remainingVnd: string | null;
}

/** What remains of a budget in whole percent, rounded down: nothing looks fuller than it is. */
export const leftPercent = ({ budgetVnd, remainingVnd }: Funds): number =>
  BigInt(budgetVnd ?? 0) <= 0n ? 0 : Number((BigInt(remainingVnd ?? 0) * 100n) / BigInt(budgetVnd!));

/** The program of which least remains, of those that have a budget. */
export function tightest<Program extends Funds>(programs: readonly Program[]): Program | undefined {
  const funded = programs.filter(({ budgetVnd }) => BigInt(budgetVnd ?? 0) > 0n);
  return funded.reduce<Program | undefined>(
    (least, program) => (least && leftPercent(least) <= leftPercent(program) ? least : program),
    undefined,
  );
}
