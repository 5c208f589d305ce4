import Button from "@mui/material/Button";
import { Printer, Target } from "lucide-react";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { formatDate, formatMoment, formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Page } from "../../platform/ui/Page";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { useGraphql } from "../../platform/use-graphql";
import { countedBy } from "../figures";
import { kindOf, spanName } from "../span";
import { words as shared } from "../target.words";
import { useNames } from "../use-names";
import { Verdict } from "../Verdict";
import { Differences, FigureText } from "./Differences";
import { PUBLICATION, type PublicationData } from "./publication.graphql";
import { words } from "./publication.words";
import "../target.css";

type Publication = NonNullable<PublicationData["publication"]>;

/** The province as it was published. */
function Published({ publication }: { publication: Publication }) {
  const w = useWords(words);
  const name = useNames();
  return (
    <section className="card" aria-labelledby="published-figures">
      <div className="card-head">
        <h2 id="published-figures">{w.province}</h2>
      </div>
      <table className="rows folding still">
        <thead>
          <tr>
            <th>{w.criterion}</th>
            <th>{w.figure}</th>
            <th>{w.result}</th>
          </tr>
        </thead>
        <tbody>
          {publication.figures.items.map((figure) => (
            <tr key={figure.id}>
              <td className="lead-cell">
                {figure.criterion && (
                  <>
                    <span className="criterion-code">{figure.criterion.code}</span> {name(figure.criterion)}
                  </>
                )}
              </td>
              <td>
                <FigureText figure={figure} />
              </td>
              <td>
                {figure.criterion && (
                  <Verdict
                    score={{ state: figure.state, shortfall: figure.shortfall, surplus: 0 }}
                    counted={countedBy(figure.criterion)}
                    plain
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Change sets that touched what the figures are made of. */
function Changes({ data }: { data: PublicationData }) {
  const w = useWords(words);
  const language = useLanguage();
  const { changeSets } = data.publicationDifferences;
  if (changeSets.length === 0) return null;
  return (
    <section className="card" aria-labelledby="changes-since">
      <div className="card-head">
        <h2 id="changes-since">{w.changes}</h2>
      </div>
      <ul className="card-body stack tight">
        {changeSets.map((set) => (
          <li key={set.id}>
            <Link className="in-text" to={`/changeSets/${set.id}/show`}>
              #{formatNumber(set.id, language)}
            </Link>{" "}
            {formatMoment(set.at)} ·{" "}
            {w.by(set.person?.name ?? w.system, formatNumber(set.rowCount, language), set.rowCount)}
            {set.note && <span className="muted"> · {set.note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was published, frozen, and how it differs from what would be computed now. */
export function PublicationShow() {
  const { id = "" } = useParams();
  const w = useWords(words);
  const s = useWords(shared);
  const language = useLanguage();
  const name = useNames();
  const [limit, setLimit] = useState(50);
  const { data, error, refetch } = useGraphql<PublicationData>(PUBLICATION, { id, limit }, { keep: true });
  const publication = data?.publication;
  const total = data?.publicationDifferences.total ?? 0;
  const span =
    publication &&
    spanName(
      {
        from: publication.firstDay,
        to: publication.lastDay,
        kind: kindOf(publication.firstDay, publication.lastDay, null),
      },
      language,
    );
  return (
    <Page
      title={
        !publication
          ? w.published
          : total === 0
            ? w.titleSame(publication.name)
            : w.titleDiffers(publication.name, formatNumber(total, language), total)
      }
      crumbs={[{ text: s.targets }, { text: w.published, to: "/publications" }]}
      lead={
        publication &&
        `${w.lead(formatDate(publication.publishedOn), span ?? "")}, ${w.structure(formatDate(publication.structure))}. ${publication.targetSet ? name(publication.targetSet) : ""}`
      }
      actions={
        publication && (
          <>
            <Button
              component={Link}
              to={`/scorecard?from=${publication.firstDay}&to=${publication.lastDay}`}
              variant="outlined"
              startIcon={<Target size={16} />}
            >
              {w.openResults}
            </Button>
            <Button
              className="wide-only"
              variant="outlined"
              startIcon={<Printer size={16} />}
              onClick={() => window.print()}
            >
              {s.print}
            </Button>
          </>
        )
      }
    >
      {error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Bones lines={8} />
      ) : !publication ? (
        <Empty title={w.notFound} />
      ) : (
        <>
          {publication.note && <p className="note">{publication.note}</p>}
          <Published publication={publication} />
          <Differences
            found={data.publicationDifferences}
            onMore={total > limit && limit < 1000 ? () => setLimit(Math.min(1000, limit * 4)) : undefined}
          />
          <Changes data={data} />
        </>
      )}
    </Page>
  );
}
