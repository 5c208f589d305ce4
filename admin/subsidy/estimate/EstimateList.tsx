import Button from "@mui/material/Button";
import { Calculator } from "lucide-react";
import { Link } from "react-router";
import { ResourceList } from "../../generic/ResourceList";
import { useWords } from "../../platform/language";
import { resourceOf } from "../../platform/model";
import { words } from "./estimate.words";

/** Estimates, with the way to what next year would cost before any is made. */
export function EstimateList() {
  const w = useWords(words);
  return (
    <ResourceList
      resource={resourceOf("subsidyEstimate")}
      actions={
        <Button component={Link} to="/subsidy-need" variant="outlined" startIcon={<Calculator size={16} />}>
          {w.need}
        </Button>
      }
    />
  );
}
