import Checkbox from "@mui/material/Checkbox";
import { Check } from "lucide-react";
import { Link } from "react-router";
import { changedNames } from "../generic/RowHistory";
import { ImageValue, readImage } from "../generic/ImageValue";
import { sameValue } from "../platform/data/changes";
import { formatDate, formatNumber } from "../platform/format";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { fieldOf, findResource, type Row } from "../platform/model";
import { rowTitle } from "../platform/row-title";
import { Status } from "../platform/ui/Status";
import type { ChangedRow, PresentData } from "./change.graphql";
import { words } from "./change.words";

interface ChangedRowsProps {
  rows: ChangedRow[];
  present: PresentData | undefined;
  /** Sequences chosen for undoing; undefined where nothing can be undone. */
  chosen: Set<number> | undefined;
  /** The set that already took a row back, by sequence. */
  undone: Map<number, string>;
  /** Why a row could not be taken back, by sequence. */
  refused: Map<number, string>;
  /** The refused rows and those that cannot go without them. */
  stuck: Set<number>;
  onChoose: (sequences: number[], chosen: boolean) => void;
}

/** The names of the fields that a change of a row wrote. */
export function namesOf(row: ChangedRow): string[] {
  return changedNames(readImage(row.before), readImage(row.after));
}

/** A present value in the form that images keep: references by id. */
function kept(value: unknown): unknown {
  return value && typeof value === "object" && !Array.isArray(value) && "id" in value
    ? (value as Row).id
    : (value ?? null);
}

function Now({ row, name, present }: { row: ChangedRow; name: string; present: Row | undefined }) {
  const w = useWords(words);
  if (!present) return <span className="hint">{w.gone}</span>;
  if (!(name in present)) return null;
  const saved = readImage(row.after)?.[name];
  if (sameValue(kept(present[name]), saved ?? null)) {
    return (
      <span className="muted">
        <Check size={14} aria-hidden /> {w.asSaved}
      </span>
    );
  }
  return (
    <Status kind="conflict">
      <ImageValue resource={findResource(row.resource)} name={name} value={kept(present[name])} />
    </Status>
  );
}

/** Before, after and now, a line for each cell; rows that were added or deleted are one line each. */
export function ChangedRows({ rows, present, chosen, undone, refused, stuck, onChoose }: ChangedRowsProps) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const all = rows.map((row) => row.sequence).filter((sequence) => !undone.has(sequence) && !stuck.has(sequence));
  const count = chosen ? all.filter((sequence) => chosen.has(sequence)).length : 0;

  const lines = rows.flatMap((row) => {
    const resource = findResource(row.resource);
    const current = present?.[resource?.plural ?? ""]?.items.find((item) => item.id === row.rowId);
    const image = readImage(row.after) ?? readImage(row.before);
    const title =
      resource && current
        ? rowTitle(resource, current, label)
        : String(image?.[resource?.title ?? ""] ?? `#${row.rowId}`);
    const names = row.action === "UPDATE" ? namesOf(row) : [];
    const span = Math.max(1, names.length);
    const head = (
      <>
        {chosen && (
          <td rowSpan={span} style={{ width: 40 }}>
            <Checkbox
              sx={{ p: 0 }}
              checked={chosen.has(row.sequence)}
              disabled={!all.includes(row.sequence)}
              onChange={(_, checked) => onChoose([row.sequence], checked)}
              slotProps={{ input: { "aria-label": w.pick(title) } }}
            />
          </td>
        )}
        <td rowSpan={span} className="muted nowrap">
          {resource ? label(resource.label) : row.resource}
        </td>
        <td rowSpan={span} className="named" style={{ minWidth: 180 }}>
          {resource && current ? <Link to={`/${resource.plural}/${row.rowId}/show`}>{title}</Link> : title}
          {undone.has(row.sequence) && (
            <div className="hint">
              {w.undoneRow}{" "}
              <Link to={`/changeSets/${undone.get(row.sequence)}/show`}>
                #{formatNumber(undone.get(row.sequence)!, language)}
              </Link>
            </div>
          )}
          {refused.has(row.sequence) && (
            <div style={{ maxWidth: 360 }}>
              <Status kind="conflict">{w.stays}</Status> <span className="hint">{refused.get(row.sequence)}</span>
            </div>
          )}
        </td>
      </>
    );
    if (names.length === 0) {
      return [
        <tr key={row.sequence}>
          {head}
          <td colSpan={4}>
            <Status kind={row.action === "DELETE" ? "deleted" : row.action === "CREATE" ? "new" : "changed"}>
              {row.action === "DELETE"
                ? w.deleted
                : row.stateId && image?.validFrom
                  ? w.newState(formatDate(String(image.validFrom)))
                  : w.created}
            </Status>{" "}
            <span className="hint">{w.cells(formatNumber(namesOf(row).length, language))}</span>
          </td>
        </tr>,
      ];
    }
    return names.map((name, index) => (
      <tr key={`${row.sequence}-${name}`}>
        {index === 0 && head}
        <td className="muted">{label((resource && fieldOf(resource, name)?.label) ?? { vi: name, en: name })}</td>
        <td>
          <del className="before">
            <ImageValue resource={resource} name={name} value={readImage(row.before)?.[name]} />
          </del>
        </td>
        <td>
          <ins className="after">
            <ImageValue resource={resource} name={name} value={readImage(row.after)?.[name]} />
          </ins>
        </td>
        <td>{present && <Now row={row} name={name} present={current} />}</td>
      </tr>
    ));
  });

  return (
    <section className="card">
      <div className="card-head">
        {chosen && (
          <Checkbox
            sx={{ p: 0 }}
            checked={count === all.length && all.length > 0}
            indeterminate={count > 0 && count < all.length}
            onChange={(_, checked) => onChoose(all, checked)}
            slotProps={{ input: { "aria-label": w.pickAll } }}
          />
        )}
        <b className="strong">
          {chosen
            ? w.chosen(formatNumber(count, language), formatNumber(all.length, language))
            : w.changedRows(formatNumber(rows.length, language))}
        </b>
      </div>
      <div className="scroll-x">
        <table className="rows still entries" style={{ minWidth: 800 }}>
          <thead>
            <tr>
              {chosen && (
                <th>
                  <span className="seen-by-readers">{w.choose}</span>
                </th>
              )}
              <th>{w.kind}</th>
              <th>{w.row}</th>
              <th>{w.field}</th>
              <th>{w.before}</th>
              <th>{w.after}</th>
              <th>{w.now}</th>
            </tr>
          </thead>
          <tbody>{lines}</tbody>
        </table>
      </div>
    </section>
  );
}
