import { createContext, useContext } from "react";
import type { RowRule } from "../../server/platform/registry/rule";
import type { ModelResource } from "./model";

/** The server's rules of one row, by the resource's single name. */
export type RulesByResource = Readonly<Record<string, readonly RowRule[]>>;

const NONE: readonly RowRule[] = [];

/** The rules that the app was given. */
export const RulesContext = createContext<RulesByResource>({});

export function useRules(resource: ModelResource): readonly RowRule[] {
  return useContext(RulesContext)[resource.single] ?? NONE;
}
