import MenuItem from "@mui/material/MenuItem";
import Select from "@mui/material/Select";
import { ArrowRight } from "lucide-react";
import { useLabel, useWords } from "../../platform/language";
import { fieldOf, resourceOf } from "../../platform/model";
import type { Leg } from "./annex";
import type { Effect } from "./record.graphql";
import { isRenamed, type Choice, type ResolvedLine } from "./record-state";
import { words } from "./record.words";

interface LineChangeProps {
  line: ResolvedLine;
  /** What the preview says the line does; absent while it is not there yet. */
  effects: Effect[];
  /** There is a preview to speak of: none while it is on its way, or where the Decision itself is refused. */
  isPreviewed: boolean;
  onChoose: (part: Partial<Choice>) => void;
}

/** Before and after of what a line changes: its entry in the catalog, the procedure's name and status. */
export function LineChange({ line, effects, isPreviewed, onChoose }: LineChangeProps) {
  const w = useWords(words);
  const label = useLabel();
  const opened = effects.find(({ resource, action }) => resource === "CatalogEntry" && action === "CREATE");
  const closed = effects.find(({ resource, action }) => resource === "CatalogEntry" && action === "UPDATE");
  const changed = effects.find(({ resource, action }) => resource === "Procedure" && action === "UPDATE");
  const content = (legs: unknown, level: unknown): string =>
    [
      Array.isArray(legs)
        ? ["IN", "OUT"].filter((leg) => legs.includes(leg)).map((leg) => (leg === "IN" ? w.IN : w.OUT))
        : [],
      typeof level === "number" ? [w.level(level)] : [],
    ]
      .flat()
      .join(", ");
  const after = (field: string): unknown => opened?.cells.find((cell) => cell.field === field)?.after;
  const now = opened ? content(after("legs"), after("level")) : "";
  const entry = line.known?.entry;
  const was = entry && closed && line.list !== "REPLACED" ? content(entry.legs, entry.level) : "";
  const status = changed?.cells.find(({ field }) => field === "status");
  const statusName = (value: unknown): string => {
    const choice = fieldOf(resourceOf("procedure"), "status")?.kind.choices?.find((c) => c.value === value);
    return choice ? label(choice) : "";
  };
  const renamed = isRenamed(line);
  if (!isPreviewed) return null;
  if (effects.length === 0) return <span className="hint">{w.unchanged}</span>;
  return (
    <div className="stack tight line-change">
      {opened && (
        <span>
          {was === "" ? w.opens : was === now ? w.renews : w.becomes}{" "}
          {was !== "" && was !== now && (
            <>
              <del className="before struck">{was}</del> <ArrowRight size={14} aria-hidden />{" "}
            </>
          )}
          {Array.isArray(after("legs")) ? (
            <Select
              className="legs-choice"
              value={["IN", "OUT"].filter((leg) => (after("legs") as string[]).includes(leg)).join(" ")}
              onChange={(event) => onChoose({ legs: event.target.value.split(" ") as Leg[] })}
              inputProps={{ "aria-label": `${w.legsOf}, ${w.line} ${line.row.line}` }}
            >
              {["IN OUT", "IN", "OUT"].map((legs) => (
                <MenuItem key={legs} value={legs}>
                  {content(legs.split(" "), null)}
                </MenuItem>
              ))}
            </Select>
          ) : (
            now && <ins className="after">{now}</ins>
          )}
          {Array.isArray(after("legs")) && line.legs === null && (
            <span className="hint"> {closed ? w.legsKept : w.legsNotGiven}</span>
          )}
        </span>
      )}
      {closed && !opened && (
        <span>
          {w.closes} {entry && <span className="hint">({entry.addedBy})</span>}
        </span>
      )}
      {renamed && (
        <span>
          {w.renames}{" "}
          {line.choice.keepsName ? line.known!.nameVi : <Changed before={line.known!.nameVi} after={line.row.name!} />}{" "}
          <button type="button" className="link-button" onClick={() => onChoose({ keepsName: !line.choice.keepsName })}>
            {line.choice.keepsName ? w.takeName : w.keepName}
          </button>
        </span>
      )}
      {status && (
        <span>
          {w.statusBecomes} <Changed before={statusName(status.before)} after={statusName(status.after)} />
        </span>
      )}
    </div>
  );
}

function Changed({ before, after }: { before: string; after: string }) {
  return (
    <>
      <del className="before struck">{before}</del> <ArrowRight size={14} aria-hidden />{" "}
      <ins className="after">{after}</ins>
    </>
  );
}
