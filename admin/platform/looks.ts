import { createContext, useContext } from "react";
import type { Label, ModelResource } from "./model";
import type { StatusKind } from "./ui/Status";

/** A value set off by shape and colour, and by words of its own where those of its kind say too little by themselves. */
export interface Look {
  kind: StatusKind;
  label?: Label;
}

/** Looks of one field by the value as text; others stand as they are. */
export type ValueLooks = Readonly<Record<string, Look>>;

/** Looks of one resource by field. */
export type Looks = Readonly<Record<string, ValueLooks>>;

const NONE: Looks = {};

/** What the nouns say of the looks of values, by the resource's single name. */
export const LookContext = createContext<Readonly<Record<string, Looks>>>({});

export function useLooks(resource: ModelResource): Looks {
  return useContext(LookContext)[resource.single] ?? NONE;
}
