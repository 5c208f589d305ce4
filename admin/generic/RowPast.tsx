import { useState } from "react";
import { Link } from "react-router";
import { formatDate, formatMoment, formatNumber } from "../platform/format";
import { defineWords, useLabel, useLanguage, useWords } from "../platform/language";
import { fieldOf, type ModelResource } from "../platform/model";
import { Status } from "../platform/ui/Status";
import { Bones, Empty, Failed } from "../platform/ui/states";
import { useGraphql } from "../platform/use-graphql";
import { ImageValue, readImage } from "./ImageValue";
import { changedNames, type ChangeRow } from "./RowHistory";
import "./row-past.css";

const words = defineWords({
  vi: {
    system: "Hệ thống",
    noNote: "không ghi lý do",
    created: "Thêm dòng",
    deleted: "Xóa dòng",
    newState: (date: string) => `Trạng thái mới từ ${date}`,
    none: "Chưa có thay đổi nào được ghi",
    noneCell: "Ô này chưa đổi lần nào từ khi có dòng",
    blank: "(trống)",
    more: "Xem cũ hơn",
  },
  en: {
    system: "System",
    noNote: "no reason given",
    created: "Row added",
    deleted: "Row deleted",
    newState: (date: string) => `New state from ${date}`,
    none: "No change has been recorded yet",
    noneCell: "This cell has not changed since the row was made",
    blank: "(empty)",
    more: "Show older",
  },
});

const STEP = 50;

interface RowPastProps {
  resource: ModelResource;
  id: string;
  /** The cell whose past is asked for; null for all of the row. */
  field: string | null;
}

interface PastData {
  [single: string]: { history: { items: ChangeRow[]; total: number } } | null;
}

/** Who changed a row or one of its cells, when and why, from what to what, the latest first; fits a drawer. */
export function RowPast({ resource, id, field }: RowPastProps) {
  const w = useWords(words);
  const language = useLanguage();
  const [limit, setLimit] = useState(STEP);
  const filter = field === null ? null : { changedFields: { has: field } };
  const { data, error, isPending, refetch } = useGraphql<PastData>(
    `query Past($id: ID!, $limit: Int, $filter: ChangeRowFilter) { ${resource.single}(id: $id) { history(limit: $limit, filter: $filter) { items { sequence stateId action before after changeSet { id at note person { name } } } total } } }`,
    { id, limit, filter },
    { keep: true },
  );
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Bones />;
  const { items = [], total = 0 } = data[resource.single]?.history ?? {};
  if (items.length === 0) return <Empty title={field === null ? w.none : w.noneCell} />;
  return (
    <>
      <ol className="row-past">
        {items.map((change) => (
          <li key={`${change.changeSet.id}-${change.sequence}`}>
            <div className="row-past-head">
              <b>{change.changeSet.person?.name ?? w.system}</b> {formatMoment(change.changeSet.at)}{" "}
              <Link to={`/changeSets/${change.changeSet.id}/show`}>#{formatNumber(change.changeSet.id, language)}</Link>
            </div>
            <div className="hint">{change.changeSet.note ? `“${change.changeSet.note}”` : w.noNote}</div>
            <Cells resource={resource} change={change} field={field} />
          </li>
        ))}
      </ol>
      {total > items.length && limit < 200 && (
        <button
          type="button"
          className="bulk-grid-button is-small"
          onClick={() => setLimit(Math.min(200, limit + STEP))}
        >
          {w.more}
        </button>
      )}
    </>
  );
}

/** The cells of one change; of a row that came or went only the one that is asked for. */
function Cells({ resource, change, field }: { resource: ModelResource; change: ChangeRow; field: string | null }) {
  const w = useWords(words);
  const label = useLabel();
  const before = readImage(change.before);
  const after = readImage(change.after);
  const names = changedNames(before, after).filter((name) => field === null || name === field);
  const isUpdate = change.action === "UPDATE";
  return (
    <>
      {!isUpdate && (
        <Status kind={change.action === "DELETE" ? "deleted" : "new"}>
          {change.action === "DELETE"
            ? w.deleted
            : change.stateId && after?.validFrom
              ? w.newState(formatDate(String(after.validFrom)))
              : w.created}
        </Status>
      )}
      {(isUpdate || field !== null) &&
        names.map((name) => (
          <div key={name} className="row-past-cell">
            {field === null && (
              <span className="muted">{label(fieldOf(resource, name)?.label ?? { vi: name, en: name })}: </span>
            )}
            {before && (
              <>
                <del className="before">
                  <ImageValue resource={resource} name={name} value={before[name]} />
                </del>{" "}
                →{" "}
              </>
            )}
            <ins className="after">
              {after ? <ImageValue resource={resource} name={name} value={after[name]} /> : w.blank}
            </ins>
          </div>
        ))}
    </>
  );
}
