import { Check } from "lucide-react";
import { useWords } from "../../platform/language";
import { words } from "./record.words";

/** The three steps; those that can be reached lead there. */
export function RecordSteps({ at, reach, onGo }: { at: number; reach: number; onGo: (step: 0 | 1 | 2) => void }) {
  const w = useWords(words);
  return (
    <ol className="import-steps record-steps" aria-label={w.stepsLabel}>
      {w.steps.map((step, index) => {
        const behind = index < at;
        return (
          <li
            key={step}
            className={behind ? "behind" : index === at ? "at" : undefined}
            aria-current={index === at ? "step" : undefined}
          >
            {behind && <Check size={14} aria-hidden />}
            {index !== at && index <= reach ? (
              <button type="button" onClick={() => onGo(index as 0 | 1 | 2)}>
                {step}
              </button>
            ) : (
              step
            )}
            {behind && <span className="seen-by-readers">, {w.stepDone}</span>}
          </li>
        );
      })}
    </ol>
  );
}
