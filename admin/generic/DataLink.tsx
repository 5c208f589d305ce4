import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { Check, Copy, Link as LinkIcon } from "lucide-react";
import { useState } from "react";
import type { Operation } from "../platform/data/document";
import { defineWords, useWords } from "../platform/language";

const words = defineWords({
  vi: {
    open: "Lấy đường dẫn dữ liệu",
    title: "Lấy số liệu này từ nơi khác",
    lead: "Câu hỏi dưới đây trả về đúng các dòng đang xem. Công cụ khai thác gửi kèm khóa truy cập dữ liệu.",
    more: "Muốn đọc tiếp thì tăng offset; limit nhiều nhất 1.000 dòng một lần, total là số dòng cả thảy.",
    query: "Câu hỏi GraphQL",
    variables: "Biến",
    curl: "Lệnh curl",
    copy: "Sao chép",
    copied: "Đã sao chép",
    close: "Đóng",
  },
  en: {
    open: "Get the data link",
    title: "Take this data elsewhere",
    lead: "This query answers exactly the rows on screen. Reporting tools send an access token with it.",
    more: "To read on, raise offset; limit is at most 1,000 rows at a time, and total says how many there are.",
    query: "GraphQL query",
    variables: "Variables",
    curl: "curl command",
    copy: "Copy",
    copied: "Copied",
    close: "Close",
  },
});

/** The command for a terminal; the token stands as a shell variable and is never printed. */
export function curlCommand(origin: string, { query, variables }: Operation): string {
  const body = JSON.stringify({ query, variables }).replace(/'/g, "'\\''");
  return `curl -s ${origin}/graphql \\\n  -H 'content-type: application/json' \\\n  -H "authorization: Bearer $DANH_MUC_TOKEN" \\\n  -d '${body}'`;
}

function Source({ label, text }: { label: string; text: string }) {
  const w = useWords(words);
  const [copied, setCopied] = useState(false);
  return (
    <div className="stack tight">
      <div className="row">
        <h3 className="grow">{label}</h3>
        <Button
          variant="text"
          startIcon={copied ? <Check size={16} /> : <Copy size={16} />}
          onClick={() => {
            void navigator.clipboard.writeText(text).then(() => setCopied(true));
          }}
          aria-label={`${copied ? w.copied : w.copy}: ${label}`}
        >
          {copied ? w.copied : w.copy}
        </Button>
      </div>
      <pre className="source" tabIndex={0} aria-label={label}>
        {text}
      </pre>
    </div>
  );
}

/** Hands over the query of the rows on screen, as GraphQL and as a curl command. */
export function DataLink({ operation }: { operation: () => Operation }) {
  const w = useWords(words);
  const [shown, setShown] = useState<Operation>();
  return (
    <>
      <Button
        className="wide-only"
        variant="outlined"
        startIcon={<LinkIcon size={16} />}
        onClick={() => setShown(operation())}
      >
        {w.open}
      </Button>
      <Dialog open={Boolean(shown)} onClose={() => setShown(undefined)} maxWidth="md" fullWidth>
        <DialogTitle>{w.title}</DialogTitle>
        <DialogContent className="stack">
          <p className="muted">
            {w.lead} {shown && "offset" in shown.variables && w.more}
          </p>
          {shown && (
            <>
              <Source label={w.query} text={shown.query} />
              <Source label={w.variables} text={JSON.stringify(shown.variables, null, 2)} />
              <Source label={w.curl} text={curlCommand(window.location.origin, shown)} />
            </>
          )}
        </DialogContent>
        <DialogActions>
          <Button variant="outlined" onClick={() => setShown(undefined)}>
            {w.close}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
