import { Link } from "react-router";
import { formatDate } from "../../platform/format";
import { useWords } from "../../platform/language";
import { useGraphql } from "../../platform/use-graphql";
import { useMay } from "../../platform/viewer";
import { LAST_PUBLISHED, type LastPublishedData } from "../publication/publication.graphql";
import type { Scorecard } from "../scorecard.graphql";
import { words } from "./scorecard.words";

/** When the figures of the span were last published, with a way to what was corrected since. */
export function FigurePublished({ card }: { card: Scorecard }) {
  const w = useWords(words);
  const may = useMay()("publication.read");
  const { data } = useGraphql<LastPublishedData>(
    LAST_PUBLISHED,
    { targetSet: card.targetSet.id, from: card.from, to: card.to },
    { enabled: may },
  );
  if (!data) return null;
  const published = data.publications.items[0];
  if (!published) return <>{w.notPublished}</>;
  return (
    <>
      {w.publishedOn(formatDate(published.publishedOn))}{" "}
      <Link className="in-text" to={`/publications/${published.id}/show`}>
        {w.compareNow}
      </Link>
    </>
  );
}
