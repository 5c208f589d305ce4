import { Check } from "lucide-react";
import { useWords } from "../../platform/language";
import { words } from "./import.words";

/** The steps of an import: those behind, the one at hand, those ahead. */
export function ImportSteps({ at, isDone }: { at: number; isDone?: boolean }) {
  const w = useWords(words);
  return (
    <ol className="import-steps" aria-label={w.stepsLabel}>
      {w.steps.map((step, index) => {
        const behind = index < at || isDone;
        return (
          <li
            key={step}
            className={behind ? "behind" : index === at ? "at" : undefined}
            aria-current={index === at && !isDone ? "step" : undefined}
          >
            {behind && <Check size={14} aria-hidden />}
            {step}
            {behind && <span className="seen-by-readers">, {w.stepDone}</span>}
          </li>
        );
      })}
    </ol>
  );
}
