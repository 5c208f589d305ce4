import Checkbox from "@mui/material/Checkbox";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { ImageValue, readImage } from "../generic/ImageValue";
import { sameValue } from "../platform/data/changes";
import { formatDate, formatMoment, formatNumber } from "../platform/format";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { fieldOf, findResource, PROVENANCE, type ModelResource, type Row } from "../platform/model";
import { rowTitle } from "../platform/row-title";
import { Status } from "../platform/ui/Status";
import type { ChangedRow } from "./change.graphql";
import { words } from "./change.words";
import { namesOf, type Later } from "./use-change-set";

/** What the lines of a row need to know beside the row. */
export interface LineContext {
  /** Sequences chosen for undoing; undefined where nothing can be undone. */
  chosen: ReadonlySet<number> | undefined;
  /** The set that already took a row back, by sequence. */
  undone: ReadonlyMap<number, string>;
  /** Rows that cannot be taken back now. */
  stuck: ReadonlySet<number>;
  /** Codes have a column where any of the rows has one. */
  coded: boolean;
  /** Rows of several resources say of which they are. */
  mixed: boolean;
  /** All fields of each row instead of those that changed. */
  whole: boolean;
  later: Later;
  onChoose: (sequences: number[], chosen: boolean) => void;
}

/** A present value in the form that images keep: references by id. */
function kept(value: unknown): unknown {
  return value && typeof value === "object" && !Array.isArray(value) && "id" in value
    ? (value as Row).id
    : (value ?? null);
}

/** The name of a changed row, also where it is gone. */
export function changedTitle(row: ChangedRow, present: Row | undefined, label: ReturnType<typeof useLabel>): string {
  const resource = findResource(row.resource);
  if (resource && present) return rowTitle(resource, present, label);
  const image = readImage(row.after) ?? readImage(row.before);
  return String(image?.[resource?.title ?? ""] ?? `#${row.rowId}`);
}

interface ChangedLinesProps extends LineContext {
  row: ChangedRow;
  /** The row as it is now; null where it is gone, undefined while it is not known. */
  present: Row | null | undefined;
}

/** One changed row: a line for each cell, before, after and now; one that was added or deleted is a single line. */
export function ChangedLines({ row, present, ...context }: ChangedLinesProps) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const resource = findResource(row.resource);
  const changed = namesOf(row);
  const names = row.action === "UPDATE" ? (context.whole ? heldNames(resource, changed, present) : changed) : [];
  const isStuck = context.stuck.has(row.sequence);
  const head = (
    <RowHead row={row} present={present} span={Math.max(1, names.length)} resource={resource} {...context} />
  );
  if (names.length === 0) {
    const image = readImage(row.after) ?? readImage(row.before);
    return (
      <tr className={isStuck ? "stale" : undefined}>
        {head}
        <td colSpan={3}>
          <Status kind={row.action === "DELETE" ? "deleted" : row.action === "CREATE" ? "new" : "changed"}>
            {row.action === "DELETE"
              ? w.deleted
              : row.stateId && image?.validFrom
                ? w.newState(formatDate(String(image.validFrom)))
                : w.created}
          </Status>{" "}
          {/* What a dated row is made of stands in the line of its state. */}
          {changed.length > 0 && <span className="hint">{w.cells(formatNumber(changed.length, language))}</span>}
        </td>
        <td className="now">{row.action !== "DELETE" && present === null && <span className="hint">{w.gone}</span>}</td>
      </tr>
    );
  }
  return names.map((name, index) => {
    const isChanged = changed.includes(name);
    const fieldName = label((resource && fieldOf(resource, name)?.label) ?? { vi: name, en: name });
    return (
      <tr
        key={name}
        className={[isStuck && "stale", index > 0 && "more", !isChanged && "same"].filter(Boolean).join(" ")}
      >
        {index === 0 && head}
        <td className="muted field">{fieldName}</td>
        <td className="was">{isChanged && <Value as="del" row={row} name={name} />}</td>
        <td className="is">{isChanged && <Value as="ins" row={row} name={name} />}</td>
        <td className="now">
          {present === null ? (
            index === 0 && <span className="hint">{w.gone}</span>
          ) : present && name in present ? (
            <Now
              row={row}
              name={name}
              present={present}
              isChanged={isChanged}
              isStuck={isStuck}
              later={context.later}
            />
          ) : null}
        </td>
      </tr>
    );
  });
}

/** The changed fields first, then what the row holds beside them; what is empty says nothing. */
function heldNames(
  resource: ModelResource | undefined,
  changed: readonly string[],
  present: Row | null | undefined,
): string[] {
  const isHeld = (value: unknown): boolean => value != null && value !== "" && !(Array.isArray(value) && !value.length);
  const others = (resource?.fields ?? []).map((field) => field.name).filter((name) => !PROVENANCE.has(name));
  return [...changed, ...others.filter((name) => !changed.includes(name) && isHeld(present?.[name]))];
}

function Value({ as: Mark, row, name }: { as: "del" | "ins"; row: ChangedRow; name: string }) {
  const image = readImage(Mark === "del" ? row.before : row.after);
  return (
    <Mark className={Mark === "del" ? "before" : "after"}>
      <ImageValue resource={findResource(row.resource)} name={name} value={image?.[name]} />
    </Mark>
  );
}

function RowHead({
  row,
  present,
  span,
  resource,
  ...context
}: ChangedLinesProps & { span: number; resource: ModelResource | undefined }) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const title = changedTitle(row, present ?? undefined, label);
  const image = readImage(row.after) ?? readImage(row.before);
  const code = present?.code ?? image?.code;
  const undoneBy = context.undone.get(row.sequence);
  const isOpen = undoneBy === undefined && !context.stuck.has(row.sequence);
  return (
    <>
      {context.chosen && (
        <td rowSpan={span} className="pick">
          <Checkbox
            sx={{ p: 0 }}
            checked={context.chosen.has(row.sequence)}
            disabled={!isOpen}
            onChange={(_, checked) => context.onChoose([row.sequence], checked)}
            slotProps={{ input: { "aria-label": w.pick(title) } }}
          />
        </td>
      )}
      {context.coded && (
        <td rowSpan={span} className="code">
          {code ? String(code) : <span className="hint">{w.noCode}</span>}
        </td>
      )}
      <td rowSpan={span} className="named lead">
        {resource && present ? <Link to={`/${resource.plural}/${row.rowId}/show`}>{title}</Link> : title}
        {context.mixed && resource && <span className="hint"> · {label(resource.label)}</span>}
        {undoneBy && (
          <div className="hint">
            {w.undoneRow} <Link to={`/changeSets/${undoneBy}/show`}>#{formatNumber(undoneBy, language)}</Link>
          </div>
        )}
      </td>
    </>
  );
}

interface NowProps {
  row: ChangedRow;
  name: string;
  present: Row;
  isChanged: boolean;
  isStuck: boolean;
  later: Later;
}

/** The cell as it is now: as the set left it, or another value with who gave it. */
function Now({ row, name, present, isChanged, isStuck, later }: NowProps): ReactNode {
  const w = useWords(words);
  const language = useLanguage();
  const value = <ImageValue resource={findResource(row.resource)} name={name} value={kept(present[name])} />;
  if (!isChanged) return <span className="muted">{value}</span>;
  if (sameValue(kept(present[name]), readImage(row.after)?.[name] ?? null)) {
    return (
      <span className="muted as-saved">
        <Check size={14} aria-hidden /> {w.asSaved}
      </span>
    );
  }
  const last = later.get(`${row.resource}/${row.rowId}/${name}`);
  return (
    <>
      {isStuck ? <Status kind="conflict">{value}</Status> : value}
      {last && (
        <div className="hint">
          {w.changedLater(last.person?.name ?? w.system, formatMoment(last.at))}{" "}
          <Link to={`/changeSets/${last.id}/show`}>#{formatNumber(last.id, language)}</Link>
        </div>
      )}
    </>
  );
}
