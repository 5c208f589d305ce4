import useMediaQuery from "@mui/material/useMediaQuery";
import { useMemo } from "react";
import { useGetOne } from "react-admin";
import { Navigate, useParams } from "react-router";
import type { GridColumn } from "../../generic/grid-columns";
import { ResourceGrid } from "../../generic/ResourceGrid";
import { useLabel, useWords } from "../../platform/language";
import { resourceOf, type Row } from "../../platform/model";
import { Bones, Failed } from "../../platform/ui/states";
import { BUDGET_COLUMNS, PROGRAM_ROUTE_COLUMNS } from "./program-grid.columns";
import { words } from "./program.words";

const NAME = { fields: ["name"] };

interface GridOfProgramProps {
  resource: string;
  columns: readonly GridColumn[];
  title: (name: string) => string;
}

/** Rows that hang on one program as a spreadsheet; new rows are the program's. */
function GridOfProgram({ resource, columns, title }: GridOfProgramProps) {
  const { id = "" } = useParams();
  const label = useLabel();
  const isPhone = useMediaQuery("(max-width: 700px)", { noSsr: true });
  const { data: program, error, refetch } = useGetOne<Row>("subsidyPrograms", { id, meta: NAME });
  const within = useMemo(() => ({ program: { eq: id } }), [id]);
  const defaults = useMemo(() => ({ program: id }), [id]);
  if (isPhone) return <Navigate to={`/subsidyPrograms/${id}/show`} replace />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!program) return <Bones lines={8} />;
  const name = String(program.name);
  return (
    <ResourceGrid
      key={id}
      resource={resourceOf(resource)}
      columns={columns}
      title={title(name)}
      readTitle={title(name)}
      crumbs={[
        { text: label(resourceOf("subsidyProgram").pluralLabel), to: "/subsidyPrograms" },
        { text: name, to: `/subsidyPrograms/${id}/show` },
      ]}
      part="program"
      within={within}
      defaults={defaults}
    />
  );
}

/** The routes that a program pays for. */
export function ProgramRoutesGrid() {
  const w = useWords(words);
  return <GridOfProgram resource="subsidyProgramRoute" columns={PROGRAM_ROUTE_COLUMNS} title={w.routesIn} />;
}

/** The budget of a program: what was granted, and every amendment by its Decision. */
export function ProgramBudgetGrid() {
  const w = useWords(words);
  return <GridOfProgram resource="subsidyBudgetLine" columns={BUDGET_COLUMNS} title={w.budgetIn} />;
}
