import { useListContext } from "react-admin";
import { Link } from "react-router";
import { ResourceList } from "../../generic/ResourceList";
import { useLabel, useWords } from "../../platform/language";
import { fieldOf, resourceOf } from "../../platform/model";
import { useGraphql } from "../../platform/use-graphql";
import { useViewer } from "../../platform/viewer";
import { withCut } from "../cut-filter";
import { Cuts, type Cut } from "../Cuts";
import { claimCountsQuery } from "./claim.graphql";
import { words } from "./claim.words";
import { waitingFor } from "./waiting";

/** What waits for whoever looks, and the claims of every state, within the other filters of the list. */
function ClaimCuts() {
  const w = useWords(words);
  const label = useLabel();
  const viewer = useViewer();
  const list = useListContext();
  const filter: Record<string, unknown> = list.filterValues ?? {};
  const states = fieldOf(resourceOf("subsidyClaim"), "state")?.kind.choices ?? [];
  const waiting = viewer ? waitingFor(viewer) : null;
  const cuts: Cut[] = [
    ...(waiting ? [{ id: "waiting", text: w.waiting, filter: waiting }] : []),
    { id: "all", text: w.all, filter: {} },
    ...states.map((state) => ({ id: state.value, text: label(state), filter: { state: { eq: state.value } } })),
  ];
  const asked = Object.fromEntries(cuts.map((cut) => [cut.id, withCut(filter, cuts, cut)]));
  const { data } = useGraphql<Record<string, { total: number }>>(
    claimCountsQuery(states.map(({ value }) => value)),
    { waiting: {}, ...asked },
    { enabled: viewer !== undefined, keep: true },
  );
  return (
    <Cuts
      label={w.cuts}
      cuts={cuts.map((cut) => ({ ...cut, count: data?.[cut.id]?.total }))}
      filter={filter}
      onChoose={(next) => list.setFilters(next)}
      end={
        <Link className="wide-only" to="/subsidyClaimLines/grid">
          {w.lines}
        </Link>
      }
    />
  );
}

/** Claims: what waits for whoever looks, and all of them. */
export const ClaimList = () => <ResourceList resource={resourceOf("subsidyClaim")} above={<ClaimCuts />} />;
