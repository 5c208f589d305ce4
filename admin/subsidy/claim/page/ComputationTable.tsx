import { ArrowRight, ChevronDown, ChevronRight, TrendingUp } from "lucide-react";
import { Fragment, useState } from "react";
import { Link } from "react-router";
import { formatDate, formatDecimal, formatNumber } from "../../../platform/format";
import { useLabel, useLanguage, useWords } from "../../../platform/language";
import { Empty } from "../../../platform/ui/states";
import type { Computation, ComputedLine } from "./claim-page.graphql";
import { words } from "./claim-page.words";
import { formerRate, shortSpan } from "./lines";

/** Lines that are drawn before somebody asks for all of them. */
const FIRST = 50;

/** Every line of a computation, each of which opens to say how it came about, and their sum. */
export function ComputationTable({ computation }: { computation: Computation }) {
  const w = useWords(words);
  const language = useLanguage();
  const [open, setOpen] = useState<number>();
  const [isWhole, setWhole] = useState(false);
  const { lines, grossVnd, totalVnd } = computation;
  const share = sharedShare(lines);
  const shown = isWhole ? lines : lines.slice(0, FIRST);
  if (lines.length === 0) return <Empty title={w.noLines}>{w.noLinesHelp}</Empty>;
  return (
    <>
      <div className="scroll-x">
        <table className="rows folding computed">
          <thead>
            <tr>
              <th />
              <th>{w.route}</th>
              <th>{w.time}</th>
              <th className="number">{w.rate}</th>
              <th className="number">{w.quantity}</th>
              <th className="number">{w.gross}</th>
              <th className="number">{share ? w.amount(formatDecimal(share, language)) : w.amountOwn}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <Fragment key={line.position}>
                <LineRow
                  line={line}
                  former={formerRate(lines, line)}
                  isOpen={open === line.position}
                  onToggle={() => setOpen(open === line.position ? undefined : line.position)}
                />
                {open === line.position && <LineGrounds line={line} computation={computation} />}
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td />
              <td colSpan={4}>{w.sum(formatNumber(lines.length, language))}</td>
              <td className="number">{formatNumber(grossVnd, language)}</td>
              <td className="number">{formatNumber(totalVnd, language)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {shown.length < lines.length && (
        <div className="card-foot">
          <button type="button" className="link" onClick={() => setWhole(true)}>
            {w.more(formatNumber(lines.length, language))}
          </button>
        </div>
      )}
    </>
  );
}

/** The share of all lines, or null where they differ. */
export const sharedShare = (lines: readonly ComputedLine[]): string | null =>
  lines.length > 0 && lines.every(({ share }) => share === lines[0]!.share) ? lines[0]!.share : null;

interface LineRowProps {
  line: ComputedLine;
  former: ComputedLine | undefined;
  isOpen: boolean;
  onToggle: () => void;
}

function LineRow({ line, former, isOpen, onToggle }: LineRowProps) {
  const w = useWords(words);
  const language = useLanguage();
  const { route, rate, position } = line;
  const Shape = isOpen ? ChevronDown : ChevronRight;
  return (
    <tr className={isOpen ? "is-open" : undefined}>
      <td className="number muted">{position}</td>
      <td className="lead-cell">
        <button
          type="button"
          className="plain-button"
          aria-expanded={isOpen}
          title={w.open(route.code)}
          onClick={onToggle}
        >
          <Shape size={14} aria-hidden />
          <span>
            {route.from.name} <ArrowRight size={14} aria-hidden /> {route.to.name}
            {line.isReversal && <small className="muted"> · {w.reversal}</small>}
          </span>
        </button>
      </td>
      <td className="nowrap muted" data-label={w.time}>
        {shortSpan(line)}
      </td>
      <td className="number" data-label={w.rate}>
        {former && (
          <span className="rate-rose" title={w.changedRate(formatDate(line.from))}>
            <TrendingUp size={14} role="img" aria-label={w.changedRate(formatDate(line.from))} />
          </span>
        )}{" "}
        {formatNumber(rate.amountVnd, language)}
      </td>
      <td className="number nowrap" data-label={w.quantity}>
        <Quantity line={line} />
      </td>
      <td className="number muted" data-label={w.gross}>
        {formatNumber(line.grossVnd, language)}
      </td>
      <td className="number strong" data-label={w.amountOwn}>
        {line.isCut && <small className="cut-mark">{w.cutMark}</small>} {formatNumber(line.amountVnd, language)}
      </td>
    </tr>
  );
}

function Quantity({ line: { quantity, rate } }: { line: ComputedLine }) {
  const w = useWords(words);
  const language = useLanguage();
  return <>{w.unit[rate.rateUnit](formatDecimal(quantity, language).replace("-", "−"), Math.abs(Number(quantity)))}</>;
}

/** The rate and whence it comes, the records counted, and the sum to be done again by hand. */
function LineGrounds({ line, computation }: { line: ComputedLine; computation: Computation }) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const { rate, route, handOvers, lateHandOvers } = line;
  const former = formerRate(computation.lines, line);
  const source = rate.contract ?? rate.decision;
  const records = `/handOvers?filter=${encodeURIComponent(
    JSON.stringify({ route: { eq: route.id }, handedOn: { gte: line.from, lte: line.to } }),
  )}`;
  return (
    <tr className="grounds">
      <td />
      <td colSpan={6}>
        <div className="grounds-parts">
          <div>
            <small>{w.rate}</small>
            <b>
              {formatNumber(rate.amountVnd, language)} đ/{w.per[rate.rateUnit]}
            </b>
            <span>
              {[
                rate.validFrom && w.rateSince(formatDate(rate.validFrom)),
                source && w.by(source),
                former && w.formerRate(formatNumber(former.rate.amountVnd, language)),
              ]
                .filter(Boolean)
                .join(", ")}
            </span>
          </div>
          <div>
            <small>{w.quantity}</small>
            <b>
              <Quantity line={line} />
            </b>
            {handOvers === null ? (
              <span>{computation.quantityFrom === "COUNTS" ? w.fromCounts : ""}</span>
            ) : (
              <span>
                {handOvers > 0 ? (
                  <>
                    <Link className="in-text" to={records}>
                      {w.records(formatNumber(handOvers, language), handOvers)}
                    </Link>
                    , {w.signed}
                  </>
                ) : (
                  w.records("0", 0)
                )}
                {(lateHandOvers ?? 0) > 0 && `; ${w.late(formatNumber(lateHandOvers!, language), lateHandOvers!)}`}
              </span>
            )}
          </div>
          <div>
            <small>{w.sumWords}</small>
            <b>{label(line.explanation)}</b>
            <span>
              {line.isCut
                ? w.cut(formatNumber(line.wantedVnd, language))
                : line.capFreeVnd !== null
                  ? w.capFree(formatNumber(line.capFreeVnd, language))
                  : ""}
            </span>
          </div>
        </div>
      </td>
    </tr>
  );
}
