import Button from "@mui/material/Button";
import { Printer } from "lucide-react";
import { Link } from "react-router";
import { ResourceShow } from "../generic/ResourceShow";
import { defineWords, useWords } from "../platform/language";
import { resourceOf } from "../platform/model";

const words = defineWords({ vi: { post: "In niêm yết" }, en: { post: "Print the posted lists" } });

/** An agency, and the way to the lists that hang at its counter. */
export function AgencyShow() {
  const w = useWords(words);
  return (
    <ResourceShow
      resource={resourceOf("agency")}
      actions={(row) => (
        <Button
          component={Link}
          to={`/posted-list?agency=${row.id}`}
          variant="outlined"
          startIcon={<Printer size={16} />}
        >
          {w.post}
        </Button>
      )}
    />
  );
}
