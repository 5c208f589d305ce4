import { useListContext } from "react-admin";
import { ResourceList } from "../../generic/ResourceList";
import { useWords } from "../../platform/language";
import { resourceOf } from "../../platform/model";
import { useGraphql } from "../../platform/use-graphql";
import { Cuts, type Cut } from "../Cuts";
import { LATE, UNSIGNED } from "./hand-over-filters";
import { words } from "./hand-over.words";

const COUNTS = `query HandOverCuts($unsigned: HandOverFilter, $late: HandOverFilter) {
  all: handOvers(limit: 1) { total }
  unsigned: handOvers(filter: $unsigned, limit: 1) { total }
  late: handOvers(filter: $late, limit: 1) { total }
}`;

/** All hand-overs, those that a signature is missing of, and those that came late. */
function HandOverCuts() {
  const w = useWords(words);
  const list = useListContext();
  const { data } = useGraphql<Record<string, { total: number }>>(
    COUNTS,
    { unsigned: UNSIGNED, late: LATE },
    { keep: true },
  );
  const cuts: Cut[] = [
    { id: "all", text: w.all, count: data?.all?.total, filter: {} },
    { id: "unsigned", text: w.unsigned, count: data?.unsigned?.total, filter: UNSIGNED },
    { id: "late", text: w.late, count: data?.late?.total, filter: LATE },
  ];
  return (
    <Cuts label={w.cuts} cuts={cuts} filter={list.filterValues ?? {}} onChoose={(next) => list.setFilters(next)} />
  );
}

/** Hand-overs as a list: for those who look them up, and on a phone. */
export const HandOverList = () => <ResourceList resource={resourceOf("handOver")} above={<HandOverCuts />} />;
