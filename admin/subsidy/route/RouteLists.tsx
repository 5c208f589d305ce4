import Button from "@mui/material/Button";
import { ReceiptText, Truck } from "lucide-react";
import { Link } from "react-router";
import { ResourceList } from "../../generic/ResourceList";
import { useLabel } from "../../platform/language";
import { resourceOf } from "../../platform/model";
import { useMay } from "../../platform/viewer";

/** Routes, with the way to what they cost. */
export function RouteList() {
  const label = useLabel();
  const may = useMay();
  const rates = resourceOf("transferRate");
  return (
    <ResourceList
      resource={resourceOf("transferRoute")}
      actions={
        may("transferRate.read") && (
          <Button component={Link} to="/transferRates" variant="outlined" startIcon={<ReceiptText size={16} />}>
            {label(rates.pluralLabel)}
          </Button>
        )
      }
    />
  );
}

/** Rates, with the way back to their routes; in the order of the routes. */
export function RateList() {
  const label = useLabel();
  const routes = resourceOf("transferRoute");
  return (
    <ResourceList
      resource={resourceOf("transferRate")}
      sort={{ field: "route", order: "ASC" }}
      actions={
        <Button component={Link} to="/transferRoutes" variant="outlined" startIcon={<Truck size={16} />}>
          {label(routes.pluralLabel)}
        </Button>
      }
    />
  );
}
