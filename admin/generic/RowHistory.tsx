import type { IntrospectionObjectType } from "graphql";
import { Link } from "react-router";
import { schemaFacts } from "../platform/data/provider";
import { formatDate, formatMoment } from "../platform/format";
import { defineWords, useLabel, useWords } from "../platform/language";
import { fieldOf, type ModelResource } from "../platform/model";
import { Bones, Empty, Failed } from "../platform/ui/states";
import { Status } from "../platform/ui/Status";
import { useGraphql } from "../platform/use-graphql";
import { ImageValue, readImage, type Image } from "./ImageValue";

const words = defineWords({
  vi: {
    who: "Người",
    when: "Lúc",
    why: "Lý do",
    field: "Trường",
    before: "Trước",
    after: "Sau",
    system: "Hệ thống",
    newState: (date: string) => `Trạng thái mới từ ${date}`,
    created: "Thêm",
    deleted: "Xóa",
    none: "Chưa có thay đổi nào được ghi",
    noNote: "không ghi lý do",
    fields: (count: number) => `${count} ô`,
  },
  en: {
    who: "Who",
    when: "When",
    why: "Reason",
    field: "Field",
    before: "Before",
    after: "After",
    system: "System",
    newState: (date: string) => `New state from ${date}`,
    created: "Added",
    deleted: "Deleted",
    none: "No change has been recorded yet",
    noNote: "no reason given",
    fields: (count: number) => `${count} cells`,
  },
});

/** One row of a change set, as history and change sets show it. */
export interface ChangeRow {
  sequence: number;
  stateId: string | null;
  action: string;
  before: unknown;
  after: unknown;
  changeSet: { id: string; at: string; note: string | null; person: { name: string } | null };
}

/** True where the schema keeps the past of a resource's rows. */
export function hasHistory(resource: ModelResource): boolean {
  const type = schemaFacts.types.find((entry): entry is IntrospectionObjectType => entry.name === resource.name);
  return type?.fields.some((field) => field.name === "history") ?? false;
}

/** The cells of a change: fields that differ between the images. */
export function changedNames(before: Image | null, after: Image | null): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].filter((name) => name !== "version" && name !== "id");
}

/** Who changed this row, when and why, and what each cell held before and after. */
export function RowHistory({ resource, id }: { resource: ModelResource; id: string }) {
  const w = useWords(words);
  const label = useLabel();
  const { data, error, isPending, refetch } = useGraphql<Record<string, { history: { items: ChangeRow[] } } | null>>(
    `query History($id: ID!) { ${resource.single}(id: $id) { history(limit: 100) { items { sequence stateId action before after changeSet { id at note person { name } } } } } }`,
    { id },
  );
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Bones />;
  const items = data[resource.single]?.history.items ?? [];
  if (items.length === 0) return <Empty title={w.none} />;
  return (
    <div className="scroll-x">
      <table className="rows still">
        <thead>
          <tr>
            <th>{w.when}</th>
            <th>{w.who}</th>
            <th>{w.why}</th>
            <th>{w.field}</th>
            <th>{w.before}</th>
            <th>{w.after}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((change) => {
            const before = readImage(change.before);
            const after = readImage(change.after);
            const action = change.action.toUpperCase();
            const names = action === "UPDATE" ? changedNames(before, after) : [];
            const head = (
              <>
                <td className="nowrap" rowSpan={Math.max(1, names.length)}>
                  {formatMoment(change.changeSet.at)}
                  <div>
                    <Link to={`/changeSets/${change.changeSet.id}/show`}>#{change.changeSet.id}</Link>
                  </div>
                </td>
                <td rowSpan={Math.max(1, names.length)}>{change.changeSet.person?.name ?? w.system}</td>
                <td rowSpan={Math.max(1, names.length)}>
                  {change.changeSet.note ?? <span className="hint">{w.noNote}</span>}
                </td>
              </>
            );
            if (names.length === 0) {
              return (
                <tr key={`${change.changeSet.id}-${change.sequence}`}>
                  {head}
                  <td colSpan={3}>
                    <Status kind={action === "DELETE" ? "deleted" : "new"}>
                      {action === "DELETE"
                        ? w.deleted
                        : change.stateId && after?.validFrom
                          ? w.newState(formatDate(String(after.validFrom)))
                          : w.created}
                    </Status>{" "}
                    <span className="hint">{w.fields(changedNames(before, after).length)}</span>
                  </td>
                </tr>
              );
            }
            return names.map((name, index) => (
              <tr key={`${change.changeSet.id}-${change.sequence}-${name}`}>
                {index === 0 && head}
                <td className="muted">{label(fieldOf(resource, name)?.label ?? { vi: name, en: name })}</td>
                <td>
                  <del className="before">
                    <ImageValue resource={resource} name={name} value={before?.[name]} />
                  </del>
                </td>
                <td>
                  <ins className="after">
                    <ImageValue resource={resource} name={name} value={after?.[name]} />
                  </ins>
                </td>
              </tr>
            ));
          })}
        </tbody>
      </table>
    </div>
  );
}
