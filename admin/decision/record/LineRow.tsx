import MenuItem from "@mui/material/MenuItem";
import Select from "@mui/material/Select";
import TextField from "@mui/material/TextField";
import { EyeOff, Undo2 } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import { useLanguage, useWords } from "../../platform/language";
import { Status } from "../../platform/ui/Status";
import type { ListName } from "./annex";
import { Candidates } from "./Candidates";
import { LISTS } from "./FactsStep";
import { LineChange } from "./LineChange";
import { NewProcedureFields } from "./NewProcedureFields";
import type { Effect, LineProblem } from "./record.graphql";
import { newFrom, type Choice, type ResolvedLine } from "./record-state";
import { words } from "./record.words";

export interface LineRowProps {
  line: ResolvedLine;
  effects: Effect[];
  isPreviewed: boolean;
  problems: LineProblem[];
  /** `settles`: the line may be done with, and the next one is to be looked at. */
  onChoose: (part: Partial<Choice>, settles?: boolean) => void;
  onMove: (step: 1 | -1) => void;
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, [role=combobox], [role=listbox]") !== null;

/** The list a line belongs in, where the catalog says that it cannot be in its own: what is there is amended, else added. */
function wayOut(list: ListName, problems: LineProblem[]): ListName | null {
  const of = (code: string): boolean =>
    problems.some((problem) => problem.code === code && problem.field === "procedure");
  if (list === "NEW" && of("NOT_UNIQUE")) return "AMENDED";
  return list === "AMENDED" && of("NOT_FOUND") ? "NEW" : null;
}

/** A line of the annex: what it says, which procedure that is, what changes by it. */
export function LineRow({ line, effects, isPreviewed, problems, onChoose, onMove }: LineRowProps) {
  const w = useWords(words);
  const language = useLanguage();
  const { row, kind, list } = line;
  const otherList = wayOut(list, problems);
  const keyed = (event: KeyboardEvent): void => {
    if (isTyping(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
    const candidate = kind === "OUT" ? undefined : row.candidates[Number(event.key) - 1];
    const key = event.key.toLowerCase();
    if (candidate) onChoose({ procedure: candidate.id, create: undefined }, true);
    else if (key === "n" && kind !== "OUT") onChoose({ create: newFrom(row) }, true);
    else if (key === "x") onChoose({ out: kind === "OUT" ? undefined : "" }, true);
    else if (event.key === "ArrowDown") onMove(1);
    else if (event.key === "ArrowUp") onMove(-1);
    else return;
    event.preventDefault();
  };
  return (
    <tr tabIndex={0} data-line={row.line} className="annex-row" onKeyDown={keyed} aria-label={`${w.line} ${row.line}`}>
      <td className="muted number">{row.line}</td>
      <td className="lead-cell">
        <span className="named">{row.name ?? row.code}</span>
        <div className="hint">
          {[row.name && row.code, row.sector?.text, row.agency?.text, row.replaced && `← ${row.replaced}`]
            .filter(Boolean)
            .join(" · ")}
        </div>
      </td>
      <td>
        {kind === "OUT" ? (
          <TextField
            value={line.choice.out}
            placeholder={w.outReason}
            onChange={(event) => onChoose({ out: event.target.value })}
            slotProps={{ htmlInput: { "aria-label": `${w.outReason}, ${w.line} ${row.line}`, maxLength: 200 } }}
          />
        ) : (
          <Meaning line={line} onChoose={onChoose} />
        )}
        {kind !== "OUT" && <Doubts line={line} onChoose={onChoose} />}
        {problems.map((problem) => (
          <p key={problem.code + problem.field} className="problem">
            {language === "vi" ? problem.messageVi : problem.messageEn}
          </p>
        ))}
        {kind !== "OUT" && otherList && (
          <button type="button" className="link-button" onClick={() => onChoose({ list: otherList }, true)}>
            {w.moveTo(w.lists[otherList]!)}
          </button>
        )}
      </td>
      <td>
        {(kind === "KNOWN" || kind === "NEW") && problems.length === 0 && (
          <LineChange line={line} effects={effects} isPreviewed={isPreviewed} onChoose={onChoose} />
        )}
      </td>
      <td className="line-acts">
        <Select
          value={list}
          disabled={kind === "OUT"}
          onChange={(event) => onChoose({ list: event.target.value as ListName })}
          inputProps={{ "aria-label": `${w.list}, ${w.line} ${row.line}` }}
        >
          {LISTS.map((one) => (
            <MenuItem key={one} value={one}>
              {w.lists[one]}
            </MenuItem>
          ))}
        </Select>
        <button
          type="button"
          className="link-button"
          onClick={() => onChoose({ out: kind === "OUT" ? undefined : "" }, true)}
        >
          {kind === "OUT" ? <Undo2 size={14} aria-hidden /> : <EyeOff size={14} aria-hidden />}
          {kind === "OUT" ? w.takeBack : w.leaveOut}
        </button>
      </td>
    </tr>
  );
}

/** Which cells speak for another list, and the ways out: the list they name, or the one the line stands in. */
function Doubts({ line: { doubts, list }, onChoose }: Pick<LineRowProps, "line" | "onChoose">) {
  const w = useWords(words);
  if (doubts.length === 0) return null;
  const lists = [...new Set([...doubts.flatMap((doubt) => doubt.list ?? []), list])];
  return (
    <>
      {doubts.map(({ column, text }) => (
        <p key={`${column} ${text}`} className="problem">
          {w.doubted(column, text)}
        </p>
      ))}
      {lists.map((one) => (
        <button key={one} type="button" className="link-button" onClick={() => onChoose({ list: one }, true)}>
          {w.isList(w.lists[one]!)}
        </button>
      ))}
    </>
  );
}

/** Which procedure a line means: matched, chosen, new, or still to be chosen. */
function Meaning({ line, onChoose }: Pick<LineRowProps, "line" | "onChoose">) {
  const w = useWords(words);
  const { row, choice, procedure, known, create, list } = line;
  const [isOpen, setOpen] = useState(false);
  const asks = procedure === null && create === null;
  const pick = (id: string): void => {
    setOpen(false);
    onChoose({ procedure: id, create: undefined }, true);
  };
  const asNew = (
    <button type="button" className="link-button" onClick={() => onChoose({ create: newFrom(row) })}>
      {w.asNew}
    </button>
  );
  return (
    <div className="stack tight">
      {create ? (
        <>
          <div className="row wrap">
            <Status kind="new">{w.newProcedure}</Status>
            <button type="button" className="link-button" onClick={() => setOpen(!isOpen)}>
              {w.change}
            </button>
          </div>
          {(isOpen || line.kind === "OPEN") && (
            <>
              <NewProcedureFields row={row} value={create} onChange={(made) => onChoose({ create: made })} />
              <Candidates
                question={w.whichOne}
                candidates={row.candidates}
                chosen={null}
                onPick={pick}
                isKeyed={row.candidates.length > 0}
              />
            </>
          )}
        </>
      ) : asks || isOpen ? (
        <Candidates question={w.whichOne} candidates={row.candidates} chosen={procedure} onPick={pick} isKeyed>
          {list !== "ABOLISHED" && asNew}
        </Candidates>
      ) : (
        <div>
          <span>{known?.nameVi ?? `#${procedure}`}</span>{" "}
          <span className="hint">
            {known?.code ?? (known ? w.noCode : "")} ·{" "}
            {choice.procedure ? w.byPerson : row.how === "CODE" ? w.byCode : w.byName}
          </span>{" "}
          <button type="button" className="link-button" onClick={() => setOpen(true)}>
            {w.change}
          </button>
        </div>
      )}
      {list === "REPLACED" && (
        <Replaced line={line} onPick={(id) => onChoose({ replaces: id }, procedure !== null || create !== null)} />
      )}
    </div>
  );
}

function Replaced({ line, onPick }: { line: ResolvedLine; onPick: (id: string) => void }) {
  const w = useWords(words);
  const { row, replaces } = line;
  const candidates = row.replaces?.candidates ?? [];
  const known = candidates.find(({ id }) => id === replaces) ?? row.replaces?.match;
  if (replaces === null)
    return <Candidates question={w.whichReplaced} candidates={candidates} chosen={null} onPick={onPick} />;
  return (
    <span className="muted">
      ← {known?.id === replaces ? known.nameVi : `#${replaces}`}{" "}
      <button type="button" className="link-button" onClick={() => onPick("")}>
        {w.change}
      </button>
    </span>
  );
}
