import { Link } from "react-router";
import { useWords } from "../../../platform/language";
import { budgetParts } from "../../program/budget";
import { BudgetLegend } from "../../program/BudgetBar";
import type { Claim } from "./claim-page.graphql";
import { words } from "./claim-page.words";

/** The budget of the claim's program: what is spent and promised, what this claim takes, what would be left. */
export function ClaimBudget({ claim, pendingVnd }: { claim: Claim; pendingVnd: string | null }) {
  const w = useWords(words);
  const { program } = claim;
  if (!program) return null;
  const isBound = claim.state === "APPROVED" || claim.state === "PAID";
  return (
    <section className="card card-body stack tight" aria-labelledby="claim-budget">
      <h2 id="claim-budget">{w.budget(String(program.fiscalYear))}</h2>
      <BudgetLegend
        parts={budgetParts(program, isBound ? 0n : BigInt(pendingVnd ?? 0))}
        budgetVnd={program.budgetVnd}
      />
      <Link className="in-text" to={`/subsidyPrograms/${program.id}/show`}>
        {w.openProgram}
      </Link>
    </section>
  );
}
