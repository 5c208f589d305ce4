import type { IntrospectionObjectType, IntrospectionOutputTypeRef } from "graphql";
import { schemaFacts } from "../platform/data/provider";
import { fieldSelection } from "../platform/data/document";
import { formatDate } from "../platform/format";
import { defineWords, useLabel, useWords } from "../platform/language";
import { fieldOf, PROVENANCE, type ModelField, type ModelResource, type Row } from "../platform/model";
import { Bones, Failed } from "../platform/ui/states";
import { useGraphql } from "../platform/use-graphql";
import { FieldValue } from "./FieldValue";

const words = defineWords({
  vi: { from: "Từ ngày", to: "Đến trước ngày", always: "từ trước", on: "đến nay", one: "Chưa đổi lần nào." },
  en: { from: "From", to: "Until", always: "from the start", on: "until now", one: "Never changed so far." },
});

function namedType(type: IntrospectionOutputTypeRef): string {
  return "ofType" in type && type.ofType
    ? namedType(type.ofType as IntrospectionOutputTypeRef)
    : (type as { name: string }).name;
}

function fieldsOf(type: string): IntrospectionObjectType["fields"] {
  return (
    schemaFacts.types.find((entry): entry is IntrospectionObjectType => entry.name === type && entry.kind === "OBJECT")
      ?.fields ?? []
  );
}

/** The type of a resource's dated states, if it has any. */
function stateFields(resource: ModelResource): string[] {
  const states = fieldsOf(resource.name).find((field) => field.name === "states");
  if (!states) return [];
  const items = fieldsOf(namedType(states.type)).find((field) => field.name === "items");
  return items ? fieldsOf(namedType(items.type)).map((field) => field.name) : [];
}

export function hasStates(resource: ModelResource): boolean {
  return stateFields(resource).length > 0;
}

/** How an identity changed by date: one line per state, what differs from the one before in bold. */
export function RowStates({ resource, id }: { resource: ModelResource; id: string }) {
  const w = useWords(words);
  const label = useLabel();
  const names = stateFields(resource);
  const fields = names
    .map((name) => fieldOf(resource, name))
    .filter((field): field is ModelField => Boolean(field) && !PROVENANCE.has(field!.name) && !field!.kind.open);
  const selection = [
    "id",
    ...["validFrom", "validTo"].filter((name) => names.includes(name)),
    ...fields.map(fieldSelection),
  ];
  const { data, error, isPending, refetch } = useGraphql<Record<string, { states: { items: Row[] } } | null>>(
    `query States($id: ID!) { ${resource.single}(id: $id) { states(limit: 100) { items { ${selection.join(" ")} } } } }`,
    { id },
  );
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Bones />;
  const states = [...(data[resource.single]?.states.items ?? [])].sort((left, right) =>
    String(left.validFrom ?? "").localeCompare(String(right.validFrom ?? "")),
  );
  const differs = (field: ModelField, index: number): boolean =>
    index > 0 &&
    JSON.stringify(states[index]![field.name] ?? null) !== JSON.stringify(states[index - 1]![field.name] ?? null);
  const shown = fields.filter(
    (field) =>
      states.some((_, index) => differs(field, index)) || field.name === resource.title || field.name === "code",
  );
  return (
    <>
      <div className="scroll-x">
        <table className="rows still">
          <thead>
            <tr>
              <th>{w.from}</th>
              <th>{w.to}</th>
              {shown.map((field) => (
                <th key={field.name}>{label(field.label)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {states.map((state, index) => (
              <tr key={state.id}>
                <td className="nowrap">{state.validFrom ? formatDate(String(state.validFrom)) : w.always}</td>
                <td className="nowrap">{state.validTo ? formatDate(String(state.validTo)) : w.on}</td>
                {shown.map((field) => (
                  <td key={field.name} className={differs(field, index) ? "strong" : "muted"}>
                    <FieldValue field={field} value={state[field.name]} quiet />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {states.length === 1 && (
        <p className="hint" style={{ padding: "8px 14px" }}>
          {w.one}
        </p>
      )}
    </>
  );
}
