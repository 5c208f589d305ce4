import Button from "@mui/material/Button";
import { Download } from "lucide-react";
import { useState } from "react";
import { useNotify } from "react-admin";
import { ServerError } from "../../platform/graphql";
import { useLanguage, useWords } from "../../platform/language";
import type { ModelResource } from "../../platform/model";
import { fileWithErrors } from "./import-request";
import { words } from "./import.words";
import type { KeptImport } from "./kept-import";
import { saveFile } from "./save-file";

/** The file as it was sent, back with a column that says what is wrong with each line. */
export function ErrorFileButton({ resource, kept }: { resource: ModelResource; kept: KeptImport }) {
  const w = useWords(words);
  const language = useLanguage();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const fetchFile = async (): Promise<void> => {
    setBusy(true);
    const as = /\.xlsx$/i.test(kept.fileName) ? "xlsx" : "csv";
    try {
      const { file, fileName, options } = kept;
      const blob = await fileWithErrors(resource.plural, file, fileName, { ...options, as }, language);
      saveFile(blob, `${w.errorFileName(fileName.replace(/\.[^.]+$/, ""))}.${as}`);
    } catch (refused) {
      if (!(refused instanceof ServerError)) throw refused;
      notify(refused.in(language), { type: "error" });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="outlined" startIcon={<Download size={16} />} disabled={busy} onClick={() => void fetchFile()}>
      {w.errorFile}
    </Button>
  );
}
