import { ResourceList } from "../generic/ResourceList";
import { resourceOf } from "../platform/model";

/** Change sets, the latest first. */
export function ChangeSetList() {
  return <ResourceList resource={resourceOf("changeSet")} sort={{ field: "at", order: "DESC" }} />;
}
