import { listOperation } from "../platform/data/document";
import type { View } from "../platform/data/export-address";
import { schemaFacts } from "../platform/data/provider";
import { resourceOf, type ModelResource } from "../platform/model";
import { DataLink } from "./DataLink";
import { listFields, openingSort } from "./ResourceList";

interface ListLinkProps {
  resource: ModelResource;
  /** The name of one of its lists. */
  list: string;
  /** The row whose list it is. */
  id: string;
  /** Absent where the rows of all days are shown. */
  asOf?: string;
}

/** The data link of a row's list that its page draws in a way of its own: the rows as every list gives them. */
export function ListLink({ resource, list, id, asOf }: ListLinkProps) {
  const declared = resource.lists.find(({ name }) => name === list);
  if (!declared) throw new Error(`${resource.name} has no list ${list}`);
  const target = resourceOf(declared.target);
  const fields = listFields(target).filter((field) => field.name !== declared.via);
  const view: View = {
    resource: target,
    fields: fields.map((field) => field.name),
    filter: { [declared.via]: { eq: id } },
    sort: openingSort(target),
    asOf,
  };
  return (
    <div className="row wide-only" style={{ justifyContent: "flex-end", padding: "4px 8px" }}>
      <DataLink
        quiet
        operation={() => listOperation(schemaFacts, target, { ...view, offset: 0, limit: 100 })}
        view={() => view}
      />
    </div>
  );
}
