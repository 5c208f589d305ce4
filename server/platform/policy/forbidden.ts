import { Refusal } from "../errors/refusal";
import type { Resource } from "../registry/registry";
import { mayRead, type Person } from "./policy";

/** What a person may not do, named for programs by its path in the API and for people by its words. */
export function forbidden(resource: Resource, name: string | null = null, at?: string): Refusal {
  const label =
    name === null ? null : (resource.byName.get(name)?.label ?? resource.lists.find((l) => l.name === name)?.label);
  const words = (of: "vi" | "en"): string => {
    const noun = resource.label[of].toLowerCase();
    return label ? `${label[of]} (${noun})` : noun;
  };
  const path = at ?? (name === null ? resource.single : `${resource.single}.${name}`);
  return new Refusal("FORBIDDEN", path, { field: { vi: words("vi"), en: words("en") } });
}

/** Refuses, before anything is read, a figure over rows of a resource that the person may not read. */
export function refuseUnlessRead(resource: Resource, person: Person | null): void {
  if (person === null) throw new Refusal("SIGN_IN", null);
  if (!mayRead(resource.policy, person)) throw forbidden(resource);
}
