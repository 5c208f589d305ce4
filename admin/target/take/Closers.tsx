import { Link } from "react-router";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { useGraphql } from "../../platform/use-graphql";
import { useNames } from "../use-names";
import type { TargetView } from "../use-span";
import { closersOf, type Pair } from "./effect";
import { TAKE, type TakeData } from "./take.graphql";
import { words } from "./take.words";

/** Which procedures would close what the change leaves open. Stands once the answer is there. */
export function Closers({ view, pair, removed }: { view: TargetView; pair: Pair; removed: string[] }) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const { from, to, structure } = view.variables;
  const asks = pair.after.measure === "PROCEDURES" && pair.after.official.state === "MISSED";
  const { data } = useGraphql<TakeData>(
    TAKE,
    { criterion: pair.before.id, agency: null, from, to, structure },
    { enabled: asks },
  );
  const closers = closersOf(pair, data?.whatWouldItTake.items ?? [], removed);
  if (closers.length === 0) return null;
  return (
    <div className="closers">
      <p className="strong">{w.closers(formatNumber(closers.length, language), pair.before.code, closers.length)}</p>
      <ol className="take-first">
        {closers.map((step) => (
          <li key={step.procedure.id}>
            <Link className="plain" to={`/procedures/${step.procedure.id}/show`}>
              {name(step.procedure)}
            </Link>
            <span className="hint"> · {w.atCounter(formatNumber(step.counterReceived, language))}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
