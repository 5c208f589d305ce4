import { useMemo } from "react";
import { NoRight } from "../../generic/NoRight";
import { CreateForm } from "../../generic/ResourceCreate";
import { useAsOf } from "../../platform/as-of";
import { resourceOf } from "../../platform/model";
import { useMay, useViewer } from "../../platform/viewer";
import { usualAssumptions } from "../need/assumptions";

const RESOURCE = resourceOf("subsidyEstimate");

/** The form of a new estimate: of next year and the viewer's own committee, by what one usually assumes. */
export function EstimateCreate() {
  const may = useMay();
  const viewer = useViewer();
  const { workingDate } = useAsOf();
  const payer = viewer?.roles.includes("FINANCE") ? viewer.agency : null;
  const filled = useMemo(() => ({ ...usualAssumptions(workingDate), payer }), [workingDate, payer]);
  return may("subsidyEstimate.change") ? (
    <CreateForm resource={RESOURCE} filled={filled} />
  ) : (
    <NoRight resource={RESOURCE} />
  );
}
