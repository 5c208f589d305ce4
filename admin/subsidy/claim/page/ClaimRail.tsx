import { Check } from "lucide-react";
import { formatDate } from "../../../platform/format";
import { useWords } from "../../../platform/language";
import type { Claim, ClaimState } from "./claim-page.graphql";
import { words } from "./claim-page.words";

/** How many of the five steps a claim in a state has behind it. */
const BEHIND: Record<ClaimState, number> = { DRAFT: 1, RETURNED: 1, SUBMITTED: 2, CHECKED: 3, APPROVED: 4, PAID: 5 };

/** The five steps of a claim: who took them and when, and which one is next. */
export function ClaimRail({ claim }: { claim: Claim }) {
  const w = useWords(words);
  const behind = BEHIND[claim.state];
  const steps = [
    { name: w.drafted, who: claim.draftedBy?.name, on: null },
    { name: w.submitted, who: claim.submittedBy?.name, on: claim.submittedOn },
    { name: w.checked, who: claim.checkedBy?.name, on: claim.checkedOn },
    { name: w.approved, who: claim.approvedBy?.name, on: claim.approvedOn },
    { name: w.paid, who: claim.paidBy?.name, on: claim.paidOn },
  ];
  return (
    <ol className="claim-rail" aria-label={w.steps}>
      {steps.map(({ name, who, on }, at) => {
        const isDone = at < behind;
        const isNext = at === behind;
        return (
          <li key={name} className={isDone ? "done" : isNext ? "next" : ""} aria-current={isNext ? "step" : undefined}>
            <span className="dot" aria-hidden>
              {isDone ? <Check size={14} /> : at + 1}
            </span>
            <span>
              <b>{name}</b>
              <small>
                {isDone ? [who, on && formatDate(on)].filter(Boolean).join(" · ") : isNext ? w.waitsFor : w.notYet}
              </small>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
