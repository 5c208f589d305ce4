import { findResource, type ModelResource } from "../model";
import type { Job } from "./job";

/** The resource that a job imports; undefined where it is other work. */
export function importedResource(job: Job): ModelResource | undefined {
  const [kind, plural] = job.kind.split(".");
  return kind === "import" ? findResource(plural) : undefined;
}

/** The page where a job is followed, and what came of it seen. */
export function jobAddress(job: Job): string | undefined {
  const resource = importedResource(job);
  return resource && `/${resource.plural}/import?job=${job.id}`;
}
