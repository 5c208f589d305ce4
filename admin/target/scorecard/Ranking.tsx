import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { ArrowDown, ArrowUp, Minus, Plus } from "lucide-react";
import { Link } from "react-router";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { useGraphql } from "../../platform/use-graphql";
import { percent } from "../figures";
import { Pips } from "../home/ChaseTable";
import { Meter } from "../Meter";
import { SCORECARDS, type ScorecardsData } from "../scorecard.graphql";
import { spanBefore, spanName } from "../span";
import { useNames } from "../use-names";
import type { TargetView } from "../use-span";
import { ranking, type Ranked } from "./ranking";
import { words } from "./scorecard.words";

/** Up, down or unchanged: arrow, word, and never a colour alone. */
function Move({ moved }: { moved: number | null }) {
  const w = useWords(words);
  const language = useLanguage();
  if (moved === null) {
    return (
      <span className="move">
        <Plus size={14} aria-hidden /> {w.isNew}
      </span>
    );
  }
  if (moved === 0) {
    return (
      <span className="move">
        <Minus size={14} aria-hidden /> {w.same}
      </span>
    );
  }
  const count = formatNumber(Math.abs(moved), language);
  return (
    <span className={moved > 0 ? "move up" : "move down"}>
      {moved > 0 ? <ArrowUp size={14} aria-hidden /> : <ArrowDown size={14} aria-hidden />}{" "}
      {moved > 0 ? w.up(count) : w.down(count)}
    </span>
  );
}

function RankedRow({
  row,
  code,
  view,
  compared,
}: {
  row: Ranked;
  code: string | null;
  view: TargetView;
  compared: boolean;
}) {
  const language = useLanguage();
  const name = useNames();
  const criterion = row.card.criteria.find((each) => each.code === code);
  return (
    <tr>
      <td className="number">{formatNumber(row.rank, language)}</td>
      <td className="named lead-cell">
        <Link
          className="plain"
          to={view.link("/scorecard", {
            agency: row.card.agency.id,
            criterion: code ?? row.card.criteria.find(({ official }) => official.state === "MISSED")?.code ?? null,
          })}
        >
          {name(row.card.agency)}
        </Link>
      </td>
      {criterion?.official.ratio ? (
        <>
          <td className="number">
            {percent(criterion.official.ratio, language, { threshold: criterion.thresholdPercent })}
          </td>
          <td className="rank-bar">
            <Meter score={criterion.official} threshold={criterion.thresholdPercent} />
          </td>
        </>
      ) : (
        <td>
          <Pips card={row.card} />
        </td>
      )}
      {compared && (
        <td>
          <Move moved={row.moved} />
        </td>
      )}
    </tr>
  );
}

/** Agencies of one answer. */
const MOST = 1000;

/** Agencies from the best down, with the places they rose or fell since the span before. */
export function Ranking({ view, variables }: { view: TargetView; variables: Record<string, unknown> }) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const former = spanBefore(view.span);
  const now = useGraphql<ScorecardsData>(SCORECARDS, { ...variables, limit: MOST }, { keep: true });
  const before = useGraphql<ScorecardsData>(
    SCORECARDS,
    { ...variables, from: former.from, to: former.to, limit: MOST },
    { keep: true },
  );
  const error = now.error ?? before.error;
  if (error) {
    return (
      <div className="card">
        <Failed error={error} onRetry={() => void (now.error ? now.refetch() : before.refetch())} />
      </div>
    );
  }
  if (!now.data || !before.data) return <Bones lines={10} />;
  const { items, province } = now.data.scorecards;
  const code = view.get("by");
  const rows = ranking(items, before.data.scorecards.items, code);
  const compared = before.data.scorecards.items.length > 0;
  return (
    <section className="card">
      <div className="card-head">
        <TextField
          select
          fullWidth={false}
          sx={{ width: 340, maxWidth: "100%" }}
          value={code ?? ""}
          onChange={(event) => view.set({ by: event.target.value || null }, true)}
          slotProps={{ select: { displayEmpty: true, SelectDisplayProps: { "aria-label": w.rankBy } } }}
        >
          <MenuItem value="">{w.overall}</MenuItem>
          {province.criteria.map((criterion) => (
            <MenuItem key={criterion.id} value={criterion.code}>
              {criterion.code} · {name(criterion)}
            </MenuItem>
          ))}
        </TextField>
        <span className="hint">
          {compared ? w.against(spanName(former, language)) : w.noFormer(spanName(former, language))}
        </span>
      </div>
      {rows.length === 0 ? (
        <Empty title={w.noAgencies}>{w.noAgenciesHelp}</Empty>
      ) : (
        <table className="rows folding ranking">
          <thead>
            <tr>
              <th className="number">{w.rank}</th>
              <th>{w.agency}</th>
              {code ? (
                <>
                  <th className="number">{w.ratio}</th>
                  <th>{w.reachedPart}</th>
                </>
              ) : (
                <th>{w.missedTargets}</th>
              )}
              {compared && <th>{w.move}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RankedRow key={`${row.card.agency.id}-${row.card.agency.isSplit}`} {...{ row, code, view, compared }} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
