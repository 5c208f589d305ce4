import { ListLink } from "../../generic/ListLink";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { resourceOf } from "../../platform/model";
import { Bones, Failed } from "../../platform/ui/states";
import { useGraphql } from "../../platform/use-graphql";
import { ESTIMATE_LINES, type EstimateLinesData } from "./estimate.graphql";
import { words } from "./estimate.words";
import { LineRows } from "../need/LineRows";

/** The lines that an estimate was asked with, as they were then. */
export function AskedLines({ id, totalVnd }: { id: string; totalVnd: string }) {
  const w = useWords(words);
  const language = useLanguage();
  const { data, error, refetch } = useGraphql<EstimateLinesData>(ESTIMATE_LINES, { id });
  const lines = data?.subsidyEstimate?.lines.items ?? [];
  return (
    <section className="card" aria-label={w.kept}>
      {error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Bones lines={8} />
      ) : (
        <>
          <div className="scroll-x">
            <table className="rows need">
              <thead>
                <tr>
                  <th>{w.route}</th>
                  <th className="number">{w.unit}</th>
                  <th className="number">{w.quantity}</th>
                  <th className="number">{w.amount} (đ)</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <LineRows key={line.id} line={line} />
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" colSpan={3}>
                    {w.total}
                  </th>
                  <td className="number strong">{formatNumber(totalVnd, language)}</td>
                </tr>
              </tfoot>
            </table>
          </div>
          <ListLink resource={resourceOf("subsidyEstimate")} list="lines" id={id} />
        </>
      )}
    </section>
  );
}
