import Button from "@mui/material/Button";
import { FileDown, Printer } from "lucide-react";
import { useMemo, useState } from "react";
import { useNotify } from "react-admin";
import { useSearchParams } from "react-router";
import { sheetOf, type SheetData } from "../../server/catalog/posted-sheet.rules";
import { DataLink } from "../generic/DataLink";
import { ReferencePicker } from "../generic/ReferencePicker";
import { useAsOf } from "../platform/as-of";
import type { Language } from "../platform/format";
import { useLanguage, useWords } from "../platform/language";
import { fieldOf, resourceOf } from "../platform/model";
import { DateBox } from "../platform/ui/DateBox";
import { Page } from "../platform/ui/Page";
import { Segments } from "../platform/ui/Segments";
import { Bones, Empty, Failed } from "../platform/ui/states";
import { useGraphql } from "../platform/use-graphql";
import { download } from "./download";
import { PaperSheet } from "./PaperSheet";
import { POSTED_LIST, type PostedListData } from "./posted-list.graphql";
import { words } from "./posted-list.words";

const schemeName = (scheme: string, language: Language): string => {
  const choices = fieldOf(resourceOf("catalogEntry"), "levelScheme")?.kind.choices ?? [];
  return choices.find(({ value }) => value === scheme)?.[language] ?? scheme;
};

const isBlank = ({ byPost, presenceRequired, notListed }: SheetData): boolean =>
  byPost.length + presenceRequired.length + notListed.length === 0;

/** The document of the sheet on screen; where the server refuses it, its own sentence says why. */
function DocxButton({ agency, asOf, language }: { agency: string | null; asOf: string; language: Language }) {
  const w = useWords(words);
  const spoken = useLanguage();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const fetchIt = async (): Promise<void> => {
    setBusy(true);
    const query = new URLSearchParams({ asOf, lang: language, ...(agency ? { agency } : {}) });
    const refusal = await download(`/print/posted-list.docx?${query.toString()}`, "danh-muc-niem-yet.docx");
    setBusy(false);
    if (refusal) notify(refusal.in(spoken), { type: "error" });
  };
  return (
    <Button variant="outlined" startIcon={<FileDown size={16} />} disabled={busy} onClick={() => void fetchIt()}>
      {w.docx}
    </Button>
  );
}

/** Prints the lists that an agency posts at its counter: which procedures go by post, which do not, which are online. */
export function PostedListPage() {
  const w = useWords(words);
  const asOf = useAsOf();
  const [given, setGiven] = useSearchParams();
  const [language, setLanguage] = useState<Language>("vi");
  const agency = given.get("agency");
  const variables = { agency, asOf: asOf.date };
  const { data, error, isFetching, refetch } = useGraphql<PostedListData>(POSTED_LIST, variables, { keep: true });
  const list = error ? undefined : data?.postedList;
  const sheet = useMemo(
    () => list && sheetOf(list, language, (scheme) => schemeName(scheme, language)),
    [list, language],
  );
  const choose = (id: string | null): void => setGiven(id ? { agency: id } : {}, { replace: true });
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        <>
          <DataLink operation={() => ({ query: POSTED_LIST, variables })} />
          <DocxButton agency={agency} asOf={asOf.date} language={language} />
          <Button
            variant="contained"
            startIcon={<Printer size={16} />}
            disabled={!sheet || isFetching}
            onClick={() => window.print()}
          >
            {w.print}
          </Button>
        </>
      }
    >
      <div className="card posted-choice no-print">
        <div className="grow">
          <ReferencePicker target="agency" label={w.agency} value={agency} onChange={choose} help={w.agencyHelp} />
        </div>
        <DateBox label={w.date} width={158} value={asOf.date} onChange={(date) => asOf.set(date ?? asOf.workingDate)} />
        <Segments
          label={w.language}
          value={language}
          options={[
            { value: "vi", text: "Tiếng Việt", lang: "vi" },
            { value: "en", text: w.english },
          ]}
          onChange={setLanguage}
        />
      </div>
      {error ? (
        <div className="card">
          <Failed error={error} onRetry={() => void refetch()} />
        </div>
      ) : !list || !sheet ? (
        <div className="card">
          <Bones lines={8} />
        </div>
      ) : isBlank(list) ? (
        <div className="card">
          <Empty title={w.blank(list.name)}>{w.blankHelp}</Empty>
        </div>
      ) : (
        <PaperSheet sheet={sheet} language={language} />
      )}
    </Page>
  );
}
