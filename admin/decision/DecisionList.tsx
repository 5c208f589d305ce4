import { ResourceList } from "../generic/ResourceList";
import { resourceOf } from "../platform/model";
import { RecordButton } from "./record/RecordButton";

/** Decisions, the latest signed first. */
export function DecisionList() {
  return (
    <ResourceList
      resource={resourceOf("decision")}
      sort={{ field: "issuedOn", order: "DESC" }}
      actions={<RecordButton />}
    />
  );
}
