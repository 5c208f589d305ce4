import { useState } from "react";
import { formatNumber } from "../../platform/format";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { fieldOf, memberKind, resourceOf } from "../../platform/model";
import { Segments } from "../../platform/ui/Segments";
import { Status, type StatusKind } from "../../platform/ui/Status";
import type { Band, LineUse } from "./annex";
import { words } from "./record.words";

const KINDS: Record<LineUse["kind"], StatusKind> = { ROW: "new", BAND: "info", HEADING: "na", LEFT_OUT: "na" };
const ALL = "ALL";

/** Every line of the annex with what it was read as: nothing vanishes unseen. */
export function AnnexLines({ uses }: { uses: LineUse[] }) {
  const w = useWords(words);
  const language = useLanguage();
  const [shown, setShown] = useState<string>(ALL);
  const count = (kind: string): number => uses.filter((use) => kind === ALL || use.kind === kind).length;
  const kinds = [ALL, "ROW", "BAND", "HEADING", "LEFT_OUT"].filter((kind) => count(kind) > 0);
  return (
    <div className="annex-lines">
      <div className="filters">
        <Segments
          label={w.useOf}
          value={shown}
          onChange={setShown}
          options={kinds.map((kind) => ({
            value: kind,
            text: kind === ALL ? w.allLines(formatNumber(uses.length, language)) : `${w.uses[kind]} ${count(kind)}`,
          }))}
        />
      </div>
      <div className="scroll-x annex-scroll" tabIndex={0} role="region" aria-label={w.allLines(String(uses.length))}>
        <table className="rows compact still">
          <thead>
            <tr>
              <th style={{ width: 56 }}>{w.line}</th>
              <th style={{ width: 150 }}>{w.useOf}</th>
              <th>{w.text}</th>
            </tr>
          </thead>
          <tbody>
            {uses
              .filter((use) => shown === ALL || use.kind === shown)
              .map((use, at) => (
                <tr key={`${use.line} ${at}`}>
                  <td className="muted number">{use.line}</td>
                  <td>
                    <Status kind={KINDS[use.kind]}>{w.uses[use.kind]!}</Status>
                  </td>
                  <td className={use.kind === "ROW" ? undefined : "muted"}>
                    {use.text} {use.band && <BandSays band={use.band} />}
                    {use.reason && <span className="hint">({w.reasons[use.reason] ?? use.reason})</span>}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** What a band gives the lines below it. */
function BandSays({ band }: { band: Band }) {
  const w = useWords(words);
  const tier = useTierName();
  const says = [
    band.list && `${w.list}: ${w.lists[band.list]}`,
    band.sector && `${w.sector}: ${band.sector}`,
    band.agency && `${w.agency}: ${band.agency}`,
    band.tiers && `${w.tiers}: ${band.tiers.map(tier).join(", ")}`,
  ].filter(Boolean);
  return <span className="annex-band">→ {says.join(" · ")}</span>;
}

/** The tiers in people's words. */
export function useTierName(): (tier: string) => string {
  const label = useLabel();
  const field = fieldOf(resourceOf("procedure"), "tiers");
  const choices = field ? (memberKind(field.kind).choices ?? []) : [];
  return (tier) => {
    const choice = choices.find(({ value }) => value === tier);
    return choice ? label(choice) : tier;
  };
}
