import { useState } from "react";
import { formatNumber, formatVnd } from "../../platform/format";
import { ServerError } from "../../platform/graphql";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { Note } from "../../platform/ui/Note";
import { Segments } from "../../platform/ui/Segments";
import { Bones, Failed } from "../../platform/ui/states";
import { useGraphql } from "../../platform/use-graphql";
import { OUTLOOK, type Outlook, type Part } from "./outlook.graphql";
import { OutlookChart } from "./OutlookChart";
import { monthName } from "./months";
import { words } from "./outlook.words";
import { TryOut } from "./TryOut";
import "./outlook.css";

/** How long a program's budget lasts: what is known, what is expected with its uncertainty, and what would change it. */
export function OutlookTab({ program, asOf, year }: { program: string; asOf: string; year: number }) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const { data, error, refetch } = useGraphql<{ subsidyOutlook: Outlook }>(OUTLOOK, { program, asOf }, { keep: true });
  if (error instanceof ServerError && error.code === "NOT_FOUND")
    return <p className="card-body muted">{w.notYours}</p>;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bones lines={7} />;
  const outlook = data.subsidyOutlook;
  const isCalm = ["ENOUGH", "NO_FORECAST"].includes(outlook.warning.level);
  return (
    <div className="card-body stack outlook">
      <Note kind={isCalm ? "info" : "changed"}>
        <b>{label(outlook.warning)}</b>
      </Note>
      <dl className="outlook-figures">
        <div>
          <dt>{w.year}</dt>
          <dd>
            <b>{outlook.yearVnd === null ? w.noForecast : formatVnd(outlook.yearVnd, language)}</b>
            {outlook.yearLowVnd !== null && outlook.yearHighVnd !== null && (
              <small>
                {w.between(formatVnd(outlook.yearLowVnd, language), formatVnd(outlook.yearHighVnd, language))} (
                {w.interval.toLowerCase()})
              </small>
            )}
          </dd>
        </div>
        <div>
          <dt>{w.budget}</dt>
          <dd>
            <b>{formatVnd(outlook.budgetVnd, language)}</b>
            {outlook.yearVnd !== null && (
              <small>{outlook.runsOutOn ? w.runsOut(monthName(outlook.runsOutOn, language)) : w.lasts}</small>
            )}
          </dd>
        </div>
      </dl>
      <OutlookChart outlook={outlook} year={year} />
      <Months outlook={outlook} />
      <p className="hint">
        <b>{w.method}.</b> {label(outlook.method)} {outlook.notes.map(label).join(" ")}
      </p>
      <Comparison outlook={outlook} />
      <TryOut program={program} asOf={asOf} />
    </div>
  );
}

function Months({ outlook }: { outlook: Outlook }) {
  const w = useWords(words);
  const language = useLanguage();
  const money = (vnd: string | null): string => (vnd === null ? "–" : formatNumber(vnd, language));
  return (
    <details>
      <summary>{w.asTable}</summary>
      <div className="scroll-x">
        <table className="rows">
          <thead>
            <tr>
              <th>{w.month}</th>
              <th className="number">{w.amount}</th>
              <th className="number">{w.low}</th>
              <th className="number">{w.high}</th>
              <th className="number">{w.claimed}</th>
              <th className="number">{w.sum}</th>
            </tr>
          </thead>
          <tbody>
            {outlook.months.map((month) => (
              <tr key={month.month}>
                <td>
                  {monthName(month.month, language)}{" "}
                  <span className="muted">· {month.isKnown ? w.known : w.forecast}</span>
                </td>
                <td className="number">{money(month.amountVnd)}</td>
                <td className="number muted">{month.isKnown ? "" : money(month.lowVnd)}</td>
                <td className="number muted">{month.isKnown ? "" : money(month.highVnd)}</td>
                <td className="number">{money(month.claimedVnd)}</td>
                <td className="number">{money(month.cumulativeVnd)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

type Side = "routes" | "carriers" | "districts";

/** What a program costs by route, carrier or district: known, expected, and by dossier. */
function Comparison({ outlook }: { outlook: Outlook }) {
  const w = useWords(words);
  const language = useLanguage();
  const [side, setSide] = useState<Side>("routes");
  const lines: Record<Side, (Part & { name: string })[]> = {
    routes: outlook.routes.map((part) => ({
      ...part,
      name: `${part.route.code}: ${part.route.from.name} → ${part.route.to.name}`,
    })),
    carriers: outlook.carriers.map((part) => ({ ...part, name: part.carriedBy?.name ?? part.carrier })),
    districts: outlook.districts.map((part) => ({ ...part, name: part.district?.nameVi ?? w.province })),
  };
  const money = (vnd: string | null): string => (vnd === null ? "–" : formatNumber(vnd, language));
  return (
    <section className="stack" aria-label={w.compare}>
      <Segments
        label={w.compare}
        value={side}
        options={[
          { value: "routes", text: w.byRoute },
          { value: "carriers", text: w.byCarrier },
          { value: "districts", text: w.byDistrict },
        ]}
        onChange={setSide}
      />
      <div className="scroll-x">
        <table className="rows folding still">
          <thead>
            <tr>
              <th>{w.name}</th>
              <th className="number">{w.dossiers}</th>
              <th className="number">{w.trips}</th>
              <th className="number">{w.known} (đ)</th>
              <th className="number">{w.forecast} (đ)</th>
              <th className="number">{w.perDossier}</th>
            </tr>
          </thead>
          <tbody>
            {lines[side].map((line) => (
              <tr key={line.name}>
                <td className="lead-cell named">{line.name}</td>
                <td className="number" data-label={w.dossiers}>
                  {formatNumber(line.dossiers, language)}
                </td>
                <td className="number" data-label={w.trips}>
                  {formatNumber(line.trips, language)}
                </td>
                <td className="number" data-label={w.known}>
                  {money(line.knownVnd)}
                </td>
                <td className="number muted" data-label={w.forecast}>
                  {money(line.forecastVnd)}
                </td>
                <td className="number" data-label={w.perDossier}>
                  {money(line.perDossierVnd)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
