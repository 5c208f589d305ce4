import { Link } from "react-router";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { useGraphql } from "../../platform/use-graphql";
import { SCORECARD, type Scorecard } from "../scorecard.graphql";
import { spanName } from "../span";
import { useNames } from "../use-names";
import { useTargetView } from "../use-span";
import { words } from "./home.words";
import { TargetCards } from "./TargetCard";
import "../target.css";

/** How the agency of whoever is signed in stands against the targets that apply to it. */
export function OwnTargets() {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const view = useTargetView();
  // Without an agency the server answers people bound to a part of the tree with the top of their part.
  const { data } = useGraphql<{ scorecard: Scorecard }>(SCORECARD, { ...view.variables, agency: null });
  const card = data?.scorecard;
  const agency = card?.agency;
  if (!agency || card.applicable === 0) return null;
  const number = (value: number): string => formatNumber(value, language);
  return (
    <section className="stack" aria-labelledby="own-targets">
      <div className="row wrap">
        <h2 id="own-targets" className="grow">
          {w.ownTitle(name(agency), number(card.met), number(card.applicable), spanName(view.span, language))}
        </h2>
        <Link to={view.link("/scorecard", { agency: agency.id })}>{w.openResults}</Link>
      </div>
      <TargetCards
        criteria={card.criteria.filter(({ official }) => official.state !== "NOT_APPLICABLE")}
        to={(criterion) => view.link("/scorecard", { agency: agency.id, criterion: criterion.code })}
      />
    </section>
  );
}
