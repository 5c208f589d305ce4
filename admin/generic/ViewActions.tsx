import Button from "@mui/material/Button";
import { Upload } from "lucide-react";
import { Link } from "react-router";
import type { Operation } from "../platform/data/document";
import type { View } from "../platform/data/export-address";
import { useWords } from "../platform/language";
import { useMay } from "../platform/viewer";
import { DataLink } from "./DataLink";
import { ExportMenu } from "./ExportMenu";
import { words } from "./import/import.words";

interface ViewActionsProps {
  /** The rows, columns and order on the screen. */
  view: View;
  /** The query that answers them. */
  operation: () => Operation;
}

/** The ways in and out of a list or a grid: a file in, a file out, a link for other tools. */
export function ViewActions({ view, operation }: ViewActionsProps) {
  const w = useWords(words);
  const may = useMay();
  const { resource } = view;
  return (
    <>
      {resource.write && may(`${resource.single}.change`) && (
        <Button component={Link} to={`/${resource.plural}/import`} variant="outlined" startIcon={<Upload size={16} />}>
          {w.open}
        </Button>
      )}
      <ExportMenu view={view} />
      <DataLink operation={operation} view={() => view} />
    </>
  );
}
