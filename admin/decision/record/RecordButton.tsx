import Button from "@mui/material/Button";
import { FilePlus2 } from "lucide-react";
import { Link } from "react-router";
import { useWords } from "../../platform/language";
import { useMay } from "../../platform/viewer";
import { words } from "./record.words";

/** The way to entering a Decision; to entering an annex of one, where it is named. */
export function RecordButton({ decision, isMain }: { decision?: string; isMain?: boolean }) {
  const w = useWords(words);
  const may = useMay();
  if (!may("decision.change")) return null;
  return (
    <Button
      component={Link}
      to={decision ? `/decisions/record?decision=${decision}` : "/decisions/record"}
      variant={isMain ? "contained" : "outlined"}
      startIcon={<FilePlus2 size={16} />}
    >
      {decision ? w.addAnnex : w.enter}
    </Button>
  );
}
