import { useEffect, useState } from "react";
import { useGraphql } from "../../platform/use-graphql";
import { isAskable, type Assumptions } from "./assumptions";
import { SUBSIDY_NEED, type NeedData } from "./need.graphql";

/** Typing asks once, after a pause. */
const PAUSE_MS = 400;

/** What a year would cost by these assumptions; the former answer stays while the next one is on its way. */
export function useNeed(assumptions: Assumptions, enabled = true) {
  const [settled, setSettled] = useState(assumptions);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(assumptions), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [assumptions]);
  const isAsked = enabled && isAskable(settled);
  const found = useGraphql<NeedData>(SUBSIDY_NEED, { ...settled }, { enabled: isAsked, keep: true });
  return { ...found, isAsked, isOld: settled !== assumptions || found.isPlaceholderData };
}
