import useMediaQuery from "@mui/material/useMediaQuery";
import { Navigate, useLocation } from "react-router";
import { useLabel, useWords } from "../platform/language";
import { model, type ModelResource } from "../platform/model";
import type { Noun, Route } from "../platform/noun";
import { columnsOf, hasGrid, type GridColumn } from "./grid-columns";
import { words } from "./grid-view.words";
import { ResourceGrid } from "./ResourceGrid";

/** The address of a resource's spreadsheet. */
export const gridPath = (resource: ModelResource) => `/${resource.plural}/grid`;

function GridScreen({ resource, columns }: { resource: ModelResource; columns: readonly GridColumn[] }) {
  const label = useLabel();
  const w = useWords(words);
  const { search } = useLocation();
  const isPhone = useMediaQuery("(max-width: 700px)", { noSsr: true });
  const name = label(resource.pluralLabel);
  // A phone has no room for a spreadsheet: the same rows as a list.
  if (isPhone) return <Navigate to={`/${resource.plural}${search}`} replace />;
  return (
    <ResourceGrid
      resource={resource}
      columns={columns}
      title={`${w.inGrid}: ${name}`}
      crumbs={[{ text: name, to: `/${resource.plural}` }]}
    />
  );
}

/** A spreadsheet for every resource that can be written: its columns hand-picked by its noun, or as declared. */
export function gridRoutes(nouns: readonly Noun[]): Route[] {
  const picked: Noun["grids"] = Object.assign({}, ...nouns.map((noun) => noun.grids));
  return model.resources.filter(hasGrid).map((resource) => {
    const columns = picked?.[resource.plural] ?? columnsOf(resource);
    return {
      path: gridPath(resource),
      page: () => <GridScreen key={resource.plural} resource={resource} columns={columns} />,
    };
  });
}
