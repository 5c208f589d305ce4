import { ChevronRight } from "lucide-react";
import { Link } from "react-router";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Empty } from "../../platform/ui/states";
import { Status } from "../../platform/ui/Status";
import type { ScorecardsData, ShortCard, ShortCriterion } from "../scorecard.graphql";
import { words as shared } from "../target.words";
import { useNames } from "../use-names";
import { words } from "./home.words";

/** How many of them a home has room for. */
const ROWS = 7;

/** Squares for what is missed, circles for what is met, and the same in words. */
export function Pips({ card }: { card: Pick<ShortCard, "met" | "applicable"> }) {
  const w = useWords(shared);
  const language = useLanguage();
  const missed = card.applicable - card.met;
  return (
    <span className="nowrap">
      <span className="pips" aria-hidden>
        {Array.from({ length: card.applicable }, (_, place) => (
          <i key={place} className={place < missed ? "missed" : undefined} />
        ))}
      </span>{" "}
      {w.missedOf(formatNumber(missed, language), formatNumber(card.applicable, language))}
    </span>
  );
}

const shortfallAt = (card: ShortCard, code: string): number =>
  card.criteria.find((criterion) => criterion.code === code)?.official.shortfall ?? 0;

/** The figure that an agency's row opens: the one it is sorted by, or else the first that it misses. */
function openedAt(card: ShortCard, code: string | undefined): string | null {
  const missed = card.criteria.filter(({ official }) => official.state === "MISSED");
  return (missed.find((criterion) => criterion.code === code) ?? missed[0])?.code ?? null;
}

/** What agencies are sorted by and shown with: the dossier targets that the province misses, two at most. */
function chasedCriteria(province: ShortCard): ShortCriterion[] {
  const missed = province.criteria.filter(({ official }) => official.state === "MISSED");
  const dossiers = missed.filter(({ measure }) => measure === "DOSSIERS");
  return (dossiers.length > 0 ? dossiers : missed).slice(0, 2);
}

function ChaseCell({ card, code }: { card: ShortCard; code: string }) {
  const w = useWords(shared);
  const language = useLanguage();
  const official = card.criteria.find((criterion) => criterion.code === code)?.official;
  if (!official || official.state === "NOT_APPLICABLE") return "–";
  if (official.state === "MET") return <Status kind="met">{w.met}</Status>;
  return formatNumber(official.shortfall ?? 0, language);
}

/** "Cần đôn đốc": the agencies that miss most, the largest shortfall first. */
export function ChaseTable({
  data,
  link,
  all = false,
}: {
  data: ScorecardsData["scorecards"];
  /** Every agency, where the table is the page. */
  all?: boolean;
  link: (path: string, parts?: Record<string, string | null>) => string;
}) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const number = (value: number): string => formatNumber(value, language);
  const chased = chasedCriteria(data.province);
  const first = chased[0];
  const missed = (card: ShortCard): number => card.applicable - card.met;
  const sorted = data.items
    .filter((card) => card.agency && missed(card) > 0)
    .sort(
      (left, right) =>
        (first ? shortfallAt(right, first.code) - shortfallAt(left, first.code) : 0) || missed(right) - missed(left),
    );
  const rows = all ? sorted : sorted.slice(0, ROWS);
  const open = (card: ShortCard): string =>
    link("/scorecard", { agency: card.agency!.id, criterion: openedAt(card, first?.code) });
  return (
    <section className="card chase" aria-labelledby="chase-title">
      <div className="card-head">
        <h2 id="chase-title">{w.chase}</h2>
        <span className="hint grow wide-only">{first ? w.chaseHint(first.code) : w.chaseHintMissed}</span>
        <span className="grow narrow-only" />
        <Link to={link("/scorecard")}>{all ? w.openResults : w.allAgencies(number(data.total))}</Link>
      </div>
      {rows.length === 0 ? (
        <Empty title={data.items.length === 0 ? w.nobody : w.everyone} />
      ) : (
        <>
          <table className="rows wide-only-table">
            <thead>
              <tr>
                <th>{w.agency}</th>
                {chased.map(({ code }) => (
                  <th key={code} className="number">
                    {w.shortAt(code)}
                  </th>
                ))}
                <th>{w.missedTargets}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((card) => (
                <tr key={card.agency!.id}>
                  <td className="named">
                    <Link to={open(card)} className="plain">
                      {name(card.agency!)}
                    </Link>
                  </td>
                  {chased.map(({ code }) => (
                    <td key={code} className="number">
                      <ChaseCell card={card} code={code} />
                    </td>
                  ))}
                  <td>
                    <Pips card={card} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <ul className="phone-rows narrow-only-list">
            {rows.map((card) => (
              <li key={card.agency!.id}>
                <Link to={open(card)}>
                  <span className="named">{name(card.agency!)}</span>
                  <span className="muted">
                    {first && shortfallAt(card, first.code) > 0 && (
                      <>
                        {w.shortAt(first.code)} {number(shortfallAt(card, first.code))} ·{" "}
                      </>
                    )}
                    {w.missedLine(number(missed(card)), number(card.applicable))}
                  </span>
                  <ChevronRight size={16} aria-hidden />
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
