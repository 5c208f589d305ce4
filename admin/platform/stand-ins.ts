import { createContext, useContext } from "react";
import type { Language } from "./format";
import type { ModelResource } from "./model";

/** What is meant where a field is empty, read from the rest of the row; "" where nothing is. */
export type StandIn = (row: Readonly<Record<string, unknown>>, language: Language) => string;

/** Stand-ins of one resource by field. */
export type StandIns = Readonly<Record<string, StandIn>>;

const NONE: StandIns = {};

/** What the nouns say of empty fields, by the resource's single name. */
export const StandInContext = createContext<Readonly<Record<string, StandIns>>>({});

export function useStandIns(resource: ModelResource): StandIns {
  return useContext(StandInContext)[resource.single] ?? NONE;
}
