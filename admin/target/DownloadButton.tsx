import Button from "@mui/material/Button";
import { Download } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useNotify } from "react-admin";
import { download } from "../catalog/download";
import { useLanguage } from "../platform/language";

interface DownloadButtonProps {
  path: string;
  /** What the address asks for; what is null is left out, the language is added. */
  parts: Record<string, string | null>;
  fallbackName: string;
  className?: string;
  children: ReactNode;
}

type Wanted = Pick<DownloadButtonProps, "path" | "parts" | "fallbackName">;

/** Fetching documents of the server's; where one is refused, the server's own sentence says why. */
export function useDownload() {
  const language = useLanguage();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const fetchIt = async ({ path, parts, fallbackName }: Wanted): Promise<void> => {
    setBusy(true);
    const query = new URLSearchParams({ lang: language });
    for (const [part, value] of Object.entries(parts)) if (value !== null) query.set(part, value);
    const refusal = await download(`${path}?${query.toString()}`, fallbackName);
    setBusy(false);
    if (refusal) notify(refusal.in(language), { type: "error" });
  };
  return { fetchIt, busy };
}

/** A button that fetches a document. */
export function DownloadButton({ className, children, ...wanted }: DownloadButtonProps) {
  const { fetchIt, busy } = useDownload();
  return (
    <Button
      className={className}
      variant="outlined"
      startIcon={<Download size={16} />}
      disabled={busy}
      onClick={() => void fetchIt(wanted)}
    >
      {children}
    </Button>
  );
}
