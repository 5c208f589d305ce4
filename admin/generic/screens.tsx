import { resourceOf, type ModelResource } from "../platform/model";
import type { Screens } from "../platform/noun";
import { ResourceCreate } from "./ResourceCreate";
import { ResourceEdit } from "./ResourceEdit";
import { ResourceList } from "./ResourceList";
import { ResourceShow } from "./ResourceShow";

const made = new Map<string, Screens>();

/** List, show, edit and create of a resource, made once from its declaration. */
export function genericScreens(declared: ModelResource): Screens {
  const known = made.get(declared.plural);
  if (known) return known;
  const resource = resourceOf(declared.plural);
  const screens: Screens = {
    list: () => <ResourceList resource={resource} />,
    show: () => <ResourceShow resource={resource} />,
    ...(resource.write
      ? { edit: () => <ResourceEdit resource={resource} />, create: () => <ResourceCreate resource={resource} /> }
      : {}),
  };
  made.set(declared.plural, screens);
  return screens;
}
