import { Link } from "react-router";
import { formatMoment, formatNumber } from "../platform/format";
import { useLanguage, useWords } from "../platform/language";
import { Bones, Empty, Failed } from "../platform/ui/states";
import { useGraphql } from "../platform/use-graphql";
import { RECENT_CHANGES } from "./figures.graphql";
import { words } from "./home.words";

interface Data {
  changeSets: {
    items: { id: string; at: string; note: string | null; rowCount: number; person: { name: string } | null }[];
  };
}

/** The last change sets, each leading to what it changed. */
export function RecentChanges() {
  const w = useWords(words);
  const language = useLanguage();
  const { data, error, isPending, refetch } = useGraphql<Data>(RECENT_CHANGES);
  return (
    <section className="card" aria-label={w.recent}>
      <div className="card-head">
        <h2 className="grow">{w.recent}</h2>
        <Link to="/changeSets">{w.allHistory}</Link>
      </div>
      {error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <Bones lines={6} />
      ) : data.changeSets.items.length === 0 ? (
        <Empty title={w.noChanges} />
      ) : (
        <div className="scroll-x">
          <table className="rows folding">
            <thead>
              <tr>
                <th>{w.colSet}</th>
                <th>{w.colAt}</th>
                <th>{w.colPerson}</th>
                <th>{w.colNote}</th>
                <th className="number">{w.colRows}</th>
              </tr>
            </thead>
            <tbody>
              {data.changeSets.items.map((set) => (
                <tr key={set.id}>
                  <td>
                    <Link to={`/changeSets/${set.id}/show`}>#{formatNumber(set.id, language)}</Link>
                  </td>
                  <td className="muted nowrap">{formatMoment(set.at)}</td>
                  <td className="nowrap">{set.person?.name ?? w.system}</td>
                  <td className="lead-cell">{set.note}</td>
                  <td className="number">{formatNumber(set.rowCount, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
