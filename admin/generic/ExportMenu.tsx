import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useQuery } from "@tanstack/react-query";
import { Download, FileSpreadsheet, FileText } from "lucide-react";
import { useState } from "react";
import { useNotify } from "react-admin";
import { listOperation } from "../platform/data/document";
import { exportAddress, type ExportFormat, type View } from "../platform/data/export-address";
import { MOST_AT_ONCE, startExport } from "../platform/data/export-job";
import { schemaFacts } from "../platform/data/provider";
import { formatMoment, formatNumber } from "../platform/format";
import { request, ServerError } from "../platform/graphql";
import { useJobs, useJobsChanged } from "../platform/jobs/job";
import { jobFile } from "../platform/jobs/job-file";
import { defineWords, useLanguage, useWords } from "../platform/language";
import { useMay } from "../platform/viewer";

const words = defineWords({
  vi: {
    open: "Xuất",
    xlsx: "Excel (.xlsx)",
    csv: "CSV (.csv)",
    help: "Đúng các dòng, cột và thứ tự đang xem.",
    back: "Hai cột cuối, Mã dòng và Phiên bản, để nhập lại tệp này.",
    many: (rows: string) => `${rows} dòng: tệp được tạo ở nền, xong sẽ báo. Đóng trang vẫn chạy tiếp.`,
    begun: (title: string) => `Đang tạo tệp ${title}. Xong sẽ báo.`,
    ready: (at: string) => `Đã tạo lúc ${at}`,
  },
  en: {
    open: "Export",
    xlsx: "Excel (.xlsx)",
    csv: "CSV (.csv)",
    help: "Exactly the rows, columns and order on screen.",
    back: "The last two columns, Row id and Version, let it be imported again.",
    many: (rows: string) => `${rows} rows: the file is made in the background, also when this page is closed.`,
    begun: (title: string) => `Making the file ${title}. You will be told when it is done.`,
    ready: (at: string) => `Made at ${at}`,
  },
});

const ICONS = { xlsx: FileSpreadsheet, csv: FileText };
/** Files made earlier that are offered again. */
const OFFERED = 3;

/** How many rows a view has; undefined until the server has said so. */
function useTotal(view: View, enabled: boolean): number | undefined {
  const { query, variables } = listOperation(schemaFacts, view.resource, { ...view, offset: 0, limit: 1 });
  const { data } = useQuery({
    queryKey: [view.resource.plural, "total", query, variables],
    enabled,
    queryFn: async ({ signal }) =>
      (await request<Record<string, { total: number }>>(query, variables, signal))[view.resource.plural]?.total,
  });
  return data;
}

/**
 * The rows on the screen as a file, all of them and not only the page shown: sent as it is read, or made as a job where
 * there are many. Files that such jobs have made stay on offer while the server keeps them.
 */
export function ExportMenu({ view }: { view: View }) {
  const w = useWords(words);
  const language = useLanguage();
  const may = useMay();
  const notify = useNotify();
  const jobsChanged = useJobsChanged();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const total = useTotal(view, anchor !== null);
  const { data: jobs } = useJobs(anchor !== null);
  const { resource } = view;
  const comesBack = resource.write && may(`${resource.single}.change`);
  const isLarge = total !== undefined && total > MOST_AT_ONCE;
  const made = (jobs ?? []).filter((job) => job.kind === `export.${resource.plural}` && jobFile(job)).slice(0, OFFERED);
  const close = (): void => setAnchor(null);
  const begin = async (format: ExportFormat): Promise<void> => {
    close();
    try {
      const { title } = await startExport(schemaFacts, view, format, language);
      jobsChanged();
      notify(w.begun(title), { type: "info" });
    } catch (refused) {
      if (!(refused instanceof ServerError)) throw refused;
      notify(refused.in(language), { type: "error" });
    }
  };
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<Download size={16} />}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {w.open}
      </Button>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={close}>
        {(["xlsx", "csv"] as const).map((format) => {
          const Icon = ICONS[format];
          const inside = (
            <>
              <Icon size={16} aria-hidden style={{ marginRight: 8 }} />
              {w[format]}
            </>
          );
          return isLarge ? (
            <MenuItem key={format} onClick={() => void begin(format)}>
              {inside}
            </MenuItem>
          ) : (
            <MenuItem
              key={format}
              component="a"
              href={exportAddress(schemaFacts, view, format, language)}
              download
              onClick={close}
            >
              {inside}
            </MenuItem>
          );
        })}
        {made.map((job) => (
          <MenuItem key={job.id} component="a" href={jobFile(job)} download onClick={close}>
            <Download size={16} aria-hidden style={{ marginRight: 8 }} />
            <span>
              {job.title}
              <br />
              <span className="hint">{w.ready(formatMoment(job.endedAt ?? job.startedAt))}</span>
            </span>
          </MenuItem>
        ))}
        <li className="hint menu-help" role="presentation">
          {isLarge ? w.many(formatNumber(total, language)) : w.help}
          {comesBack && (
            <>
              <br />
              {w.back}
            </>
          )}
        </li>
      </Menu>
    </>
  );
}
