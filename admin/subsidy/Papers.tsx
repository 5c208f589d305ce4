import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { ChevronDown, Download } from "lucide-react";
import { useState } from "react";
import { DownloadButton, useDownload } from "../target/DownloadButton";

const ENDINGS = ["docx", "xlsx"] as const;

interface PapersProps {
  /** The paper's address without its ending. */
  path: string;
}

const fileOf = (path: string): string => path.split("/").slice(2).join("-");

/** A page's paper as a document and as a table. */
export const PaperButtons = ({ path }: PapersProps) => (
  <>
    {ENDINGS.map((ending) => (
      <DownloadButton
        key={ending}
        className="wide-only"
        path={`${path}.${ending}`}
        parts={{}}
        fallbackName={`${fileOf(path)}.${ending}`}
      >
        {ending.toUpperCase()}
      </DownloadButton>
    ))}
  </>
);

/** A paper that a page has beside other things to do: one button for both of its forms. */
export function PaperMenu({ path, name }: PapersProps & { name: string }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { fetchIt, busy } = useDownload();
  return (
    <>
      <Button
        className="wide-only"
        variant="outlined"
        disabled={busy}
        startIcon={<Download size={16} />}
        endIcon={<ChevronDown size={14} />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {name}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {ENDINGS.map((ending) => (
          <MenuItem
            key={ending}
            onClick={() => {
              setAnchor(null);
              void fetchIt({ path: `${path}.${ending}`, parts: {}, fallbackName: `${fileOf(path)}.${ending}` });
            }}
          >
            {ending.toUpperCase()}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
