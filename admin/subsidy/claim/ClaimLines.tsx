import useMediaQuery from "@mui/material/useMediaQuery";
import { useMemo } from "react";
import { useGetOne } from "react-admin";
import { Navigate, useParams } from "react-router";
import { ResourceGrid } from "../../generic/ResourceGrid";
import { ResourceList } from "../../generic/ResourceList";
import { ResourceShow } from "../../generic/ResourceShow";
import { useLabel, useWords } from "../../platform/language";
import { resourceOf, type Row } from "../../platform/model";
import { Bones, Failed } from "../../platform/ui/states";
import { ALL_LINE_COLUMNS, CLAIM_LINE_COLUMNS } from "./claim-line-grid.columns";
import { words } from "./claim.words";

const LINE = resourceOf("subsidyClaimLine");
const CODE = { fields: ["code"] };
const BY_POSITION = { field: "position", order: "ASC" } as const;

const usePhone = (): boolean => useMediaQuery("(max-width: 700px)", { noSsr: true });

/** Lines as a list, on a phone. */
export const ClaimLineList = () => <ResourceList resource={LINE} ofAllDays />;

/** The page of a line. */
export const ClaimLineShow = () => <ResourceShow resource={LINE} ofAllDays />;

/** The lines of every claim that the viewer may see: to be filtered, summed, copied and exported; nobody writes them. */
export function ClaimLineGrid() {
  const w = useWords(words);
  const label = useLabel();
  if (usePhone()) return <Navigate to="/subsidyClaimLines" replace />;
  return (
    <ResourceGrid
      resource={LINE}
      columns={ALL_LINE_COLUMNS}
      ofAllDays
      title={w.lines}
      readTitle={w.lines}
      crumbs={[{ text: label(resourceOf("subsidyClaim").pluralLabel), to: "/subsidyClaims" }]}
    />
  );
}

/** The lines of one claim as a spreadsheet. */
export function LinesOfClaimGrid() {
  const { id = "" } = useParams();
  const w = useWords(words);
  const label = useLabel();
  const isPhone = usePhone();
  const { data: claim, error, refetch } = useGetOne<Row>("subsidyClaims", { id, meta: CODE });
  const within = useMemo(() => ({ claim: { eq: id } }), [id]);
  if (isPhone) return <Navigate to={`/subsidyClaims/${id}/show`} replace />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!claim) return <Bones lines={8} />;
  const code = String(claim.code);
  return (
    <ResourceGrid
      key={id}
      resource={LINE}
      columns={CLAIM_LINE_COLUMNS}
      ofAllDays
      title={w.linesOf(code)}
      readTitle={w.linesOf(code)}
      crumbs={[
        { text: label(resourceOf("subsidyClaim").pluralLabel), to: "/subsidyClaims" },
        { text: code, to: `/subsidyClaims/${id}/show` },
      ]}
      part="claim"
      within={within}
      sort={BY_POSITION}
    />
  );
}
