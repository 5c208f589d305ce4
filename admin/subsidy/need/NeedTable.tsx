import { ChevronDown, ChevronRight } from "lucide-react";
import { Fragment, useState } from "react";
import { formatNumber } from "../../platform/format";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { Empty } from "../../platform/ui/states";
import { Status } from "../../platform/ui/Status";
import { words } from "./need.words";
import { LineRows } from "./LineRows";
import type { Need, PayerNeed } from "./need.graphql";

interface NeedTableProps {
  need: Need;
  /** The payer whose routes are open at first: the one the estimate is for. */
  opened?: string;
}

/** What a year would cost, payer by payer; each opens to its routes with rate × quantity × share. */
export function NeedTable({ need, opened }: NeedTableProps) {
  const w = useWords(words);
  const language = useLanguage();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(opened ? [opened] : []));
  const isOne = need.payers.length === 1;
  if (need.payers.length === 0) return <Empty title={w.noLines} />;
  const toggle = (id: string): void => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  return (
    <div className="scroll-x">
      <table className="rows need">
        <thead>
          <tr>
            <th>
              {w.payer}, {w.route.toLowerCase()}
            </th>
            <th className="number">{w.unit}</th>
            <th className="number">{w.quantity}</th>
            <th className="number">{w.amount} (đ)</th>
          </tr>
        </thead>
        <tbody>
          {need.payers.map((each) => {
            const id = each.payer?.id ?? "";
            const isOpen = isOne || open.has(id);
            return (
              <Fragment key={id}>
                <PayerRow need={each} isOpen={isOpen} onToggle={isOne ? undefined : () => toggle(id)} />
                {isOpen && <PayerLines need={each} />}
              </Fragment>
            );
          })}
        </tbody>
        {!isOne && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {w.total}
              </th>
              <td className="number strong">{formatNumber(need.totalVnd, language)}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function PayerRow({ need, isOpen, onToggle }: { need: PayerNeed; isOpen: boolean; onToggle?: () => void }) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const { payer, lines, gaps } = need;
  const name = payer ? label({ vi: payer.nameVi, en: payer.nameEn ?? payer.nameVi }) : w.noPayer;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <tr className="payer">
      <th scope="row" colSpan={3}>
        {onToggle ? (
          <button type="button" aria-expanded={isOpen} title={w.open(name)} onClick={onToggle}>
            <Chevron size={14} aria-hidden />
            {name}
          </button>
        ) : (
          name
        )}{" "}
        <span className="hint">{w.lines(formatNumber(lines.length, language))}</span>{" "}
        {gaps.length > 0 && !isOpen && <Status kind="short">{w.gaps(formatNumber(gaps.length, language))}</Status>}
      </th>
      <td className="number strong">{formatNumber(need.totalVnd, language)}</td>
    </tr>
  );
}

function PayerLines({ need }: { need: PayerNeed }) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  return (
    <>
      {need.lines.map((line) => (
        <LineRows
          key={`${line.route.id}.${line.rateUnit}`}
          line={line}
          rateHint={line.isLatestKnown ? w.latestKnown : undefined}
          more={label(line.explanation)}
        />
      ))}
      {need.gaps.length > 0 && (
        <tr className="line">
          <td colSpan={4}>
            <details>
              <summary>
                <Status kind="short">{w.gaps(formatNumber(need.gaps.length, language))}</Status>
              </summary>
              <ul className="assumed">
                {need.gaps.map(({ route, explanation }) => (
                  <li key={route.id}>{label(explanation)}</li>
                ))}
              </ul>
            </details>
          </td>
        </tr>
      )}
    </>
  );
}

/** Every sentence that the figures assume. */
export function AssumedSentences({ need }: { need: Need }) {
  const label = useLabel();
  return (
    <ul className="assumed">
      {need.assumptions.map((sentence) => (
        <li key={sentence.vi}>{label(sentence)}</li>
      ))}
    </ul>
  );
}
