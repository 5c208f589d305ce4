import type { ReactNode } from "react";
import { Link } from "react-router";
import { FieldValue } from "../generic/FieldValue";
import { formatMoment, formatNumber } from "../platform/format";
import { useLanguage, useWords } from "../platform/language";
import { fieldOf, resourceOf } from "../platform/model";
import type { ChangedRow, ChangeSetRow } from "./change.graphql";
import { words } from "./change.words";
import type { Undone } from "./undone-rows";
import { namesOf } from "./use-change-set";

interface ChangeFactsProps {
  set: ChangeSetRow;
  rows: readonly ChangedRow[];
  undone: Undone;
}

/** Who made a change set, when, from where, how far it goes and whether it still stands. */
export function ChangeFacts({ set, rows, undone }: ChangeFactsProps) {
  const w = useWords(words);
  const language = useLanguage();
  const number = (value: number | string): string => formatNumber(value, language);
  const source = fieldOf(resourceOf("changeSet"), "source");
  const cells = rows.reduce((sum, row) => sum + namesOf(row).length, 0);
  const link = (id: string) => <Link to={`/changeSets/${id}/show`}>#{number(id)}</Link>;
  const facts: { name: string; value: ReactNode }[] = [
    { name: w.person, value: set.person?.name ?? w.system },
    { name: w.at, value: formatMoment(set.at) },
    { name: w.source, value: source ? <FieldValue field={source} value={set.source} /> : set.source },
    {
      name: w.scope,
      value:
        set.rows.total === rows.length
          ? w.scopeText(number(cells), number(rows.length))
          : w.rowsOnly(number(set.rows.total)),
    },
    {
      name: w.state,
      value:
        undone.sets.length === 0 ? (
          w.inForce
        ) : (
          <>
            {undone.whole ? w.undone : w.undonePartly}{" "}
            {undone.sets.map((other, index) => (
              <span key={other}>
                {index > 0 && ", "}
                {link(other)}
              </span>
            ))}
          </>
        ),
    },
    ...(set.undoes ? [{ name: w.undoes, value: link(set.undoes.id) }] : []),
  ];
  return (
    <dl className="card card-body fact-line">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
