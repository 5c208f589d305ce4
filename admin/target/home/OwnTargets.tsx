import { Link } from "react-router";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { useGraphql } from "../../platform/use-graphql";
import { SCORECARD, type Scorecard } from "../scorecard.graphql";
import { spanName } from "../span";
import { useNames } from "../use-names";
import { useTargetView } from "../use-span";
import { MY_AGENCY, type MyAgencyData } from "./home.graphql";
import { words } from "./home.words";
import { TargetCards } from "./TargetCard";
import "../target.css";

/** How the agency of whoever is signed in stands against the targets that apply to it. */
export function OwnTargets() {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const view = useTargetView();
  const mine = useGraphql<MyAgencyData>(MY_AGENCY);
  const agency = mine.data?.viewer?.person?.agency;
  const { data } = useGraphql<{ scorecard: Scorecard }>(
    SCORECARD,
    { ...view.variables, agency: agency?.id },
    { enabled: Boolean(agency) },
  );
  const card = data?.scorecard;
  if (!agency || !card || card.applicable === 0) return null;
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
