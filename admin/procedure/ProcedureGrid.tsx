import { ResourceGrid } from "../generic/ResourceGrid";
import { useLabel } from "../platform/language";
import { resourceOf } from "../platform/model";
import { PROCEDURE_COLUMNS } from "./procedure-grid.columns";

/** Procedures as a spreadsheet: type, stage, preview, save with a reason. */
export function ProcedureGrid() {
  const label = useLabel();
  const resource = resourceOf("procedures");
  const name = label(resource.pluralLabel);
  return (
    <ResourceGrid
      resource={resource}
      columns={PROCEDURE_COLUMNS}
      title={label({ vi: `Sửa trong bảng tính: ${name}`, en: `Edit as a spreadsheet: ${name}` })}
      crumbs={[{ text: name, to: "/procedures" }]}
    />
  );
}
