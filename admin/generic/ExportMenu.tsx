import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { Download, FileSpreadsheet, FileText } from "lucide-react";
import { useState } from "react";
import { exportAddress, type View } from "../platform/data/export-address";
import { schemaFacts } from "../platform/data/provider";
import { defineWords, useLanguage, useWords } from "../platform/language";
import { useMay } from "../platform/viewer";

const words = defineWords({
  vi: {
    open: "Xuất",
    xlsx: "Excel (.xlsx)",
    csv: "CSV (.csv)",
    help: "Đúng các dòng, cột và thứ tự đang xem",
    back: "Hai cột cuối, Mã dòng và Phiên bản, để nhập lại tệp này",
  },
  en: {
    open: "Export",
    xlsx: "Excel (.xlsx)",
    csv: "CSV (.csv)",
    help: "Exactly the rows, columns and order on screen",
    back: "The last two columns, Row id and Version, let it be imported again",
  },
});

/** The rows on the screen as a file, all of them and not only the page shown; the server sends it as it reads. */
export function ExportMenu({ view }: { view: View }) {
  const w = useWords(words);
  const language = useLanguage();
  const may = useMay();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const comesBack = view.resource.write && may(`${view.resource.single}.change`);
  const close = (): void => setAnchor(null);
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
          const Icon = format === "xlsx" ? FileSpreadsheet : FileText;
          return (
            <MenuItem
              key={format}
              component="a"
              href={exportAddress(schemaFacts, view, format, language)}
              download
              onClick={close}
            >
              <Icon size={16} aria-hidden style={{ marginRight: 8 }} />
              {w[format]}
            </MenuItem>
          );
        })}
        <li className="hint menu-help" role="presentation">
          {w.help}
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
