import { useMemo } from "react";
import type { GridColumnSpec } from "../grid/grid-column";
import { columnFromField } from "../grid/model-columns";
import { rowSearch } from "../grid/resource-rows";
import { useAsOf } from "../platform/as-of";
import { schemaFacts } from "../platform/data/provider";
import { useLanguage } from "../platform/language";
import { useLooks, type Looks } from "../platform/looks";
import { fieldOf, isDemo, type ModelResource } from "../platform/model";
import { useStandIns, type StandIns } from "../platform/stand-ins";
import type { GridColumn } from "./grid-columns";

interface Specs {
  /** The columns shown, in their order. */
  columns: readonly GridColumnSpec[];
  /** The other fields: edits made while they were shown still count and are named. */
  unseen: readonly GridColumnSpec[];
}

/** The columns of a resource's grid, made from its declaration and what the screen says beyond it. */
export function useGridSpecs(
  resource: ModelResource,
  all: readonly GridColumn[],
  shown: readonly string[],
  mayChange: boolean,
): Specs {
  const locale = useLanguage();
  const { date } = useAsOf();
  const standIns = useStandIns(resource);
  const looks = useLooks(resource);
  const specs = useMemo(() => {
    const seen = { locale, date, mayChange, standIns, looks };
    return new Map(all.map((column) => [column.field, specOf(resource, column, seen)]));
  }, [resource, all, locale, date, mayChange, standIns, looks]);
  return useMemo(() => {
    const columns = shown.flatMap((field) => specs.get(field) ?? []);
    const unseen = [...specs].filter(([field]) => !shown.includes(field)).map(([, spec]) => spec);
    return { columns, unseen };
  }, [specs, shown]);
}

interface Seen {
  locale: "vi" | "en";
  date: string;
  mayChange: boolean;
  standIns: StandIns;
  looks: Looks;
}

function specOf(resource: ModelResource, column: GridColumn, seen: Seen): GridColumnSpec {
  const { locale, date, mayChange } = seen;
  const standIn = seen.standIns[column.field];
  const look = seen.looks[column.field];
  const field = fieldOf(resource, column.field);
  if (!field) throw new Error(`${resource.name} has no field ${column.field}`);
  const target = field.kind.target ?? field.kind.of?.target;
  const isOpen = mayChange && !column.fixed && field.write !== "never";
  return columnFromField(field, locale, {
    ...(column.width ? { width: column.width } : {}),
    frozen: column.frozen,
    strong: column.strong,
    ...(target && isOpen ? { search: rowSearch(schemaFacts, target, locale, date) } : {}),
    ...(isOpen ? {} : { editable: "never" as const }),
    // Without a right to write the cells that it follows from are not all at hand, and none of them changes.
    ...(column.derived && mayChange ? { computed: column.derived } : {}),
    ...(look ? { warns: (value) => look[String(value)]?.kind === "short" } : {}),
    ...(standIn ? { emptyText: (values) => standIn(values, locale) } : {}),
    ...(column.emptyText ? { emptyText: column.emptyText[locale] } : {}),
    ...(column.marksDemo
      ? { note: (row) => (isDemo(row.values) ? (locale === "vi" ? "Minh họa" : "Demo") : null) }
      : {}),
  });
}
