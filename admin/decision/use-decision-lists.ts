import { allPages } from "../platform/data/all-pages";
import { request } from "../platform/graphql";
import { useAnswer } from "../platform/use-graphql";
import { DECISION_LISTS, type DecisionListsData } from "./decision.graphql";

/** A Decision with everything it opened and closed, however many entries that are. */
export function useDecisionLists(id: string) {
  return useAnswer<DecisionListsData>([DECISION_LISTS, id], (signal) =>
    allPages(
      (offset) => request<DecisionListsData>(DECISION_LISTS, { id, offset }, signal),
      ({ decision }) => (decision ? [decision.added, decision.removed] : []),
    ),
  );
}
