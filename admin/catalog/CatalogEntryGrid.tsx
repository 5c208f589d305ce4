import { useMemo } from "react";
import { useGetOne } from "react-admin";
import { useParams } from "react-router";
import { ResourceGrid } from "../generic/ResourceGrid";
import { useLabel } from "../platform/language";
import { resourceOf, type Row } from "../platform/model";
import { Bones, Failed } from "../platform/ui/states";
import { ENTRY_COLUMNS } from "./entry-grid.columns";

const FIELDS = { fields: ["nameVi", "nameEn", "kind"] };

/** The entries of one catalog as a spreadsheet. Membership changes by Decisions: each row names the one it rests on. */
export function CatalogEntryGrid() {
  const { id = "" } = useParams();
  const label = useLabel();
  const { data: catalog, error, refetch } = useGetOne<Row>("catalogs", { id, meta: FIELDS });
  const within = useMemo(() => ({ catalog: { eq: id } }), [id]);
  const defaults = useMemo(() => ({ catalog: id }), [id]);
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!catalog) return <Bones lines={8} />;
  const nameVi = String(catalog.nameVi);
  const name = label({ vi: nameVi, en: String(catalog.nameEn ?? nameVi) });
  return (
    <ResourceGrid
      key={id}
      resource={resourceOf("catalogEntries")}
      columns={ENTRY_COLUMNS[String(catalog.kind)] ?? ENTRY_COLUMNS.POSTAL!}
      title={label({ vi: "Sửa trong bảng tính: Mục danh mục", en: "Edit as a spreadsheet: Catalog entries" })}
      crumbs={[
        { text: label(resourceOf("catalogs").pluralLabel), to: "/catalogs" },
        { text: name, to: `/catalogs/${id}/show` },
      ]}
      part={String(catalog.kind)}
      within={within}
      defaults={defaults}
      sort={{ field: "procedure", order: "ASC" }}
    />
  );
}
