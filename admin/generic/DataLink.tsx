import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { Link as LinkIcon } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import type { Operation } from "../platform/data/document";
import { exportAddress, type View } from "../platform/data/export-address";
import { schemaFacts } from "../platform/data/provider";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { Tabs } from "../platform/ui/Tabs";
import { curlCommand, curlFile } from "./curl-command";
import { words } from "./data-link.words";
import { powerQuery, TOKEN_PARAMETER } from "./power-query";
import { Source } from "./Source";

interface DataLinkProps {
  /** The query of what is on the screen. */
  operation: () => Operation;
  /** The same as rows and columns of one resource; without it there is no file to fetch. */
  view?: () => View;
  /** Smaller, inside a page. */
  quiet?: boolean;
}

interface Shown {
  operation: Operation;
  view?: View;
}

/** Hands over what is on the screen to other tools: GraphQL, curl, the address of a CSV file, Power Query. */
export function DataLink({ operation, view, quiet }: DataLinkProps) {
  const w = useWords(words);
  const [shown, setShown] = useState<Shown>();
  const close = (): void => setShown(undefined);
  return (
    <>
      <Button
        className="wide-only"
        variant={quiet ? "text" : "outlined"}
        startIcon={<LinkIcon size={16} />}
        onClick={() => setShown({ operation: operation(), view: view?.() })}
      >
        {w.open}
      </Button>
      <Dialog open={Boolean(shown)} onClose={close} maxWidth="md" fullWidth>
        <DialogTitle>{w.title}</DialogTitle>
        <DialogContent className="stack">
          <p className="muted">
            {w.lead}{" "}
            <Link to="/tokens" onClick={close}>
              {w.token}
            </Link>
          </p>
          {shown && <Ways {...shown} />}
        </DialogContent>
        <DialogActions>
          <Button variant="outlined" onClick={close}>
            {w.close}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

/** One tab per way to fetch the rows. */
function Ways({ operation, view }: Shown) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const [way, setWay] = useState("graphql");
  const { origin } = window.location;
  const graphql = (
    <div className="stack">
      <p className="muted">
        {w.graphqlLead} <b className="named">{`${origin}/graphql`}</b>. {"offset" in operation.variables && w.more}
      </p>
      <Source label={w.query} text={operation.query} />
      <Source label={w.variables} text={JSON.stringify(operation.variables, null, 2)} />
    </div>
  );
  const curl = (
    <div className="stack">
      <p className="muted">{w.curlLead}</p>
      <Source label={w.curl} text={curlCommand(origin, operation)} />
    </div>
  );
  const files = (of: View) => {
    const address = origin + exportAddress(schemaFacts, of, "csv", language);
    const query = powerQuery(schemaFacts, origin, of, language, label, {
      parameter: w.powerParameter(TOKEN_PARAMETER),
      rowId: w.rowId,
      rowVersion: w.rowVersion,
    });
    return [
      {
        id: "csv",
        title: w.csv,
        content: (
          <div className="stack">
            <p className="muted">{w.csvLead}</p>
            <Source label={w.csvAddress} text={address} />
            <Source label={w.csvCurl} text={curlFile(address, `${of.resource.plural}.csv`)} />
          </div>
        ),
      },
      {
        id: "power",
        title: w.power,
        content: (
          <div className="stack">
            <p className="muted">{w.powerLead(TOKEN_PARAMETER)}</p>
            <Source label={w.power} text={query} tall />
          </div>
        ),
      },
    ];
  };
  return (
    <div className="ways">
      <Tabs
        value={way}
        onChange={setWay}
        tabs={[
          { id: "graphql", title: "GraphQL", content: graphql },
          { id: "curl", title: "curl", content: curl },
          ...(view ? files(view) : []),
        ]}
      />
    </div>
  );
}
