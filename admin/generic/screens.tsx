import { lazy } from "react";
import { model, resourceOf, type ModelResource } from "../platform/model";
import type { Route, Screens } from "../platform/noun";
import { ResourceCreate } from "./ResourceCreate";
import { ResourceEdit } from "./ResourceEdit";
import { ResourceList } from "./ResourceList";
import { ResourceShow } from "./ResourceShow";

/** Fetched when somebody imports: most visits do not. */
const ImportPage = lazy(async () => ({ default: (await import("./import/ImportPage")).ImportPage }));

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

let routes: Route[] | undefined;

/** Pages beside those four, for every resource: the import of those that people write. */
export function genericRoutes(): Route[] {
  routes ??= model.resources
    .filter((resource) => resource.write)
    .map((resource) => ({
      path: `/${resource.plural}/import`,
      page: () => <ImportPage resource={resource} />,
    }));
  return routes;
}
