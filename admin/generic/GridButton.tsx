import Button from "@mui/material/Button";
import { Table2 } from "lucide-react";
import { Link } from "react-router";
import { useWords } from "../platform/language";
import type { ModelResource } from "../platform/model";
import { useMay } from "../platform/viewer";
import { hasGrid } from "./grid-columns";
import { words } from "./grid-view.words";

/** The way into a resource's spreadsheet, for those who may change its rows and have a screen wide enough. */
export function GridButton({ resource, to = `/${resource.plural}/grid` }: { resource: ModelResource; to?: string }) {
  const w = useWords(words);
  const may = useMay();
  if (!hasGrid(resource) || !may(`${resource.single}.change`)) return null;
  return (
    <Button className="wide-only" component={Link} to={to} variant="outlined" startIcon={<Table2 size={16} />}>
      {w.inGrid}
    </Button>
  );
}
