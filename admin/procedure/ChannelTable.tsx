import Button from "@mui/material/Button";
import { Plus } from "lucide-react";
import { Link } from "react-router";
import { formatNumber, formatVnd } from "../platform/format";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { fieldOf, resourceOf } from "../platform/model";
import { Empty } from "../platform/ui/states";
import { Demo } from "../platform/ui/Status";
import { useMay } from "../platform/viewer";
import type { ChannelRow } from "./procedure.graphql";
import { words } from "./procedure.words";

const LEGS = ["IN", "OUT"] as const;

function Cell({ row }: { row: ChannelRow | undefined }) {
  const w = useWords(words);
  const language = useLanguage();
  if (!row) return <span className="hint">{w.notOffered}</span>;
  const amount = (value: string): string => (value === "0" ? w.free : formatVnd(value, language));
  const money = [
    row.feeVnd !== null && `${w.fee} ${amount(row.feeVnd)}`,
    row.chargeVnd !== null && `${w.charge} ${amount(row.chargeVnd)}`,
  ].filter(Boolean);
  return (
    <div className="stack tight">
      <Link className="named" to={`/channels/${row.id}/show`}>
        {row.workingDays !== null ? w.days(formatNumber(row.workingDays, language)) : w.offered}
        {row.level !== null && ` · ${w.level} ${row.level}`}
      </Link>
      {money.length > 0 && <span className="muted">{money.join(" · ")}</span>}
      {row.note && <span className="hint">{row.note}</span>}
    </div>
  );
}

/** Channels against legs: how long, how much, by which way in and out. */
export function ChannelTable({ rows, procedure }: { rows: ChannelRow[]; procedure: string }) {
  const w = useWords(words);
  const label = useLabel();
  const may = useMay();
  const choices = fieldOf(resourceOf("channel"), "channel")?.kind.choices ?? [];
  const shown = choices.filter((choice) => rows.some((row) => row.channel === choice.value));
  const add = may("channel.change") && (
    <Button
      component={Link}
      to={`/channels/create?procedure=${procedure}`}
      variant="outlined"
      startIcon={<Plus size={16} />}
    >
      {w.addChannel}
    </Button>
  );
  if (shown.length === 0) {
    return (
      <Empty title={w.noChannels} actions={add}>
        {w.noChannelsHelp}
      </Empty>
    );
  }
  return (
    <>
      <div className="scroll-x">
        <table className="rows still channel-grid">
          <thead>
            <tr>
              <th scope="col">{w.channel}</th>
              {LEGS.map((leg) => (
                <th key={leg} scope="col">
                  {w[leg]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((choice) => (
              <tr key={choice.value}>
                <th scope="row" style={{ font: "500 var(--t-13)" }}>
                  {label(choice)}{" "}
                  {rows.some((row) => row.channel === choice.value && row.certainty === "DEMO") && <Demo />}
                </th>
                {LEGS.map((leg) => (
                  <td key={leg}>
                    <Cell row={rows.find((row) => row.channel === choice.value && row.leg === leg)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {add && <div className="card-foot">{add}</div>}
    </>
  );
}
