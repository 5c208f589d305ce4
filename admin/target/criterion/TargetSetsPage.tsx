import Button from "@mui/material/Button";
import { Plus } from "lucide-react";
import { Link } from "react-router";
import { GridButton } from "../../generic/GridButton";
import { useAsOf } from "../../platform/as-of";
import { formatDate, formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { resourceOf } from "../../platform/model";
import { Page } from "../../platform/ui/Page";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { Demo, Status } from "../../platform/ui/Status";
import { useGraphql } from "../../platform/use-graphql";
import { useMay } from "../../platform/viewer";
import { useNames } from "../use-names";
import { TARGET_SETS, type SetRow, type TargetSetsData } from "./criterion.graphql";
import { words } from "./criterion.words";

type Span = Pick<SetRow, "validFrom" | "validTo">;

/** Whether a set holds on the day that is looked at, and else from or until when. */
export function Holds({ set: { validFrom, validTo } }: { set: Span }) {
  const w = useWords(words);
  const { date } = useAsOf();
  if (validFrom && validFrom > date) return <Status kind="na">{w.holdsLater(formatDate(validFrom))}</Status>;
  if (validTo && validTo <= date) return <Status kind="na">{w.held(formatDate(validTo))}</Status>;
  return <Status kind="met">{w.holdsNow}</Status>;
}

/** The target sets of all times. */
export function TargetSetsPage() {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const may = useMay();
  const { data, error, refetch } = useGraphql<TargetSetsData>(TARGET_SETS);
  const sets = data?.targetSets.items ?? [];
  const create = may("targetSet.change") && (
    <Button component={Link} to="/targetSets/create" variant="outlined" startIcon={<Plus size={16} />}>
      {w.addSet}
    </Button>
  );
  return (
    <Page
      title={w.sets}
      lead={w.setsLead}
      actions={
        <>
          <GridButton resource={resourceOf("targetSet")} />
          {create}
        </>
      }
    >
      <section className="card" aria-label={w.sets}>
        {error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Bones lines={4} />
        ) : sets.length === 0 ? (
          <Empty title={w.setsNone} actions={create} />
        ) : (
          <table className="rows folding">
            <thead>
              <tr>
                <th>{w.set}</th>
                <th>{w.code}</th>
                <th>{w.issuedBy}</th>
                <th>{w.holds}</th>
                <th className="number">{w.criteria}</th>
              </tr>
            </thead>
            <tbody>
              {sets.map((set) => (
                <tr key={set.id}>
                  <td className="lead-cell named">
                    <Link to={`/targetSets/${set.id}/show`}>{name(set)}</Link> {set.certainty === "DEMO" && <Demo />}
                  </td>
                  <td className="code">{set.code}</td>
                  <td>
                    {set.decision ? (
                      <Link to={`/decisions/${set.decision.id}/show`}>{set.decision.number}</Link>
                    ) : (
                      <span className="hint">{w.noNumber}</span>
                    )}
                  </td>
                  <td className="nowrap">
                    <Holds set={set} />
                  </td>
                  <td className="number">{w.criteriaCount(formatNumber(set.criteria.total, language))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </Page>
  );
}
