import { Link } from "react-router";
import { formatDecimal } from "../../platform/format";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { fieldOf, memberKind, resourceOf } from "../../platform/model";
import { thresholdText } from "../figures";
import { useNames } from "../use-names";
import type { CriterionRow } from "./criterion.graphql";
import { words } from "./criterion.words";

/** The words of a choice, or of each value of a list of choices, as the criterion declares them. */
export function useChoiceWords(): (field: string, value: string | null) => string {
  const label = useLabel();
  return (field, value) => {
    const kind = fieldOf(resourceOf("criterion"), field)?.kind;
    const choice = kind && memberKind(kind).choices?.find((each) => each.value === value);
    return choice ? label(choice) : (value ?? "");
  };
}

/** What is counted above and below the line, over what, for whom, and how it is scored. */
export function CriterionFacts({ criterion }: { criterion: CriterionRow }) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const name = useNames();
  const said = useChoiceWords();
  const resource = resourceOf("criterion");
  const titleOf = (field: string): string => label(fieldOf(resource, field)!.label);
  const catalogs = criterion.catalogs.items.flatMap(({ catalog }) => catalog ?? []);
  const fact = (field: string, value: React.ReactNode) => (
    <div>
      <dt>{titleOf(field)}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <dl className="facts">
      {fact("measure", said("measure", criterion.measure))}
      {fact("channel", said("channel", criterion.channel))}
      {criterion.leg && fact("leg", said("leg", criterion.leg))}
      {fact(
        "level",
        criterion.level === null ? (
          <span className="hint">{w.anyLevel}</span>
        ) : (
          `${criterion.level}, ${said("levelScheme", criterion.levelScheme)}`
        ),
      )}
      {fact("base", said("base", criterion.base))}
      {fact("thresholdPercent", thresholdText(criterion.thresholdPercent, language))}
      {fact("rounding", criterion.rounding === null ? w.exactly : w.decimals(criterion.rounding))}
      {fact("attribution", said("attribution", criterion.attribution))}
      {fact(
        "agencyKinds",
        criterion.agencyKinds?.length
          ? criterion.agencyKinds.map((kind) => said("agencyKinds", kind)).join(", ")
          : w.allKinds,
      )}
      {fact("scoring", said("scoring", criterion.scoring))}
      {criterion.points !== null && fact("points", formatDecimal(criterion.points, language))}
      {criterion.bands && criterion.bands.length > 0 && fact("bands", criterion.bands.join("; "))}
      <div className="wide">
        <dt>{w.catalogs}</dt>
        {catalogs.length === 0 && <dd className="hint">{w.noCatalogs}</dd>}
        {catalogs.map((catalog) => (
          <dd key={catalog.id}>
            <Link className="in-text" to={`/catalogs/${catalog.id}/show`}>
              {name(catalog)}
            </Link>
          </dd>
        ))}
      </div>
      {criterion.note && (
        <div className="wide">
          <dt>{w.note}</dt>
          <dd style={{ fontWeight: 400 }}>{criterion.note}</dd>
        </div>
      )}
      {criterion.source && (
        <div className="wide">
          <dt>{w.source}</dt>
          <dd style={{ fontWeight: 400 }}>{criterion.source}</dd>
        </div>
      )}
    </dl>
  );
}
