import { formatDate, formatNumber } from "../../../platform/format";
import { useLanguage, useWords } from "../../../platform/language";
import { Note } from "../../../platform/ui/Note";
import type { Computation } from "./claim-page.graphql";
import { words } from "./claim-page.words";

/** Why a claim cannot be submitted yet: days that can still change. */
export function OpenDays({ computation }: { computation: Computation }) {
  const w = useWords(words);
  if (!computation.isOpen) return null;
  const names = computation.openPeriods.map(({ name }) => name).join(", ");
  return (
    <Note kind="changed">
      {names
        ? w.openPeriods(names)
        : computation.openDay &&
          (computation.quantityFrom === "COUNTS" ? w.openDay : w.dayNotOver)(formatDate(computation.openDay))}
    </Note>
  );
}

/** Records that nothing is paid for, and why. */
export function LeftOut({ computation: { leftOut } }: { computation: Computation }) {
  const w = useWords(words);
  const language = useLanguage();
  const kinds = (["unsigned", "otherCarrier", "notReported"] as const).filter((kind) => leftOut[kind] > 0);
  if (kinds.length === 0) return null;
  return (
    <ul className="card-body left-out">
      {kinds.map((kind) => (
        <li key={kind}>{w.leftOut[kind](formatNumber(leftOut[kind], language), leftOut[kind])}</li>
      ))}
    </ul>
  );
}
