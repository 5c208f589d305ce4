import Button from "@mui/material/Button";
import { Table2 } from "lucide-react";
import { Link } from "react-router";
import { ResourceList } from "../generic/ResourceList";
import { useLabel } from "../platform/language";
import { resourceOf } from "../platform/model";
import { useMay } from "../platform/viewer";

/** The list of procedures, with the way into the spreadsheet for those who keep them. */
export function ProcedureList() {
  const label = useLabel();
  const may = useMay();
  return (
    <ResourceList
      resource={resourceOf("procedures")}
      actions={
        may("procedure.change") && (
          <Button
            className="wide-only"
            component={Link}
            to="/procedures/grid"
            variant="outlined"
            startIcon={<Table2 size={16} />}
          >
            {label({ vi: "Sửa trong bảng tính", en: "Edit as a spreadsheet" })}
          </Button>
        )
      }
    />
  );
}
