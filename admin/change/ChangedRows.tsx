import Checkbox from "@mui/material/Checkbox";
import type { ReactNode } from "react";
import { formatNumber } from "../platform/format";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { fieldOf, findResource, type Row } from "../platform/model";
import { Segments } from "../platform/ui/Segments";
import type { ChangedRow, PresentData } from "./change.graphql";
import { words } from "./change.words";
import { ChangedLines, type LineContext } from "./ChangedLines";
import { namesOf } from "./use-change-set";

interface ChangedRowsProps extends Omit<LineContext, "coded" | "mixed"> {
  rows: readonly ChangedRow[];
  present: PresentData | undefined;
  /** How many are chosen, and of how many that can be, in all pages. */
  counts: { chosen: number; open: number };
  onWhole: (whole: boolean) => void;
  /** Turns the pages of a large set. */
  foot?: ReactNode;
}

/** The row as it is now: null where it is gone, undefined while nobody has said. */
export function presentOf(row: ChangedRow, present: PresentData | undefined): Row | null | undefined {
  const list = present?.[findResource(row.resource)?.plural ?? ""];
  return list && (list.items.find((item) => item.id === row.rowId) ?? null);
}

/** Before, after and now of every row, as a grid from which rows are chosen for undoing. */
export function ChangedRows({ rows, present, counts, onWhole, foot, ...context }: ChangedRowsProps) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const { chosen, undone, stuck, whole, onChoose } = context;
  const open = rows.map((row) => row.sequence).filter((sequence) => !undone.has(sequence) && !stuck.has(sequence));
  const count = chosen ? open.filter((sequence) => chosen.has(sequence)).length : 0;
  const resources = [...new Set(rows.map((row) => row.resource))].map(findResource);
  const coded = resources.some((resource) => resource && fieldOf(resource, "code"));
  const mixed = resources.length > 1;
  const cells = rows
    .filter((row) => row.action === "UPDATE" && chosen?.has(row.sequence))
    .reduce((sum, row) => sum + namesOf(row).length, 0);
  const number = (value: number): string => formatNumber(value, language);
  return (
    <section className="card changed-rows">
      <div className="card-head">
        {chosen && (
          <Checkbox
            sx={{ p: 0 }}
            checked={count === open.length && open.length > 0}
            indeterminate={count > 0 && count < open.length}
            onChange={(_, checked) => onChoose(open, checked)}
            slotProps={{ input: { "aria-label": w.pickAll } }}
          />
        )}
        <b className="strong">
          {chosen ? w.chosen(number(counts.chosen), number(counts.open)) : w.changedRows(number(counts.open))}
        </b>
        {cells > 0 && !foot && <span className="hint">{w.goesBack(number(cells), cells)}</span>}
        <span className="grow" />
        <Segments
          label={w.seen}
          value={whole ? "whole" : "cells"}
          options={[
            { value: "cells", text: w.seenCells },
            { value: "whole", text: w.seenRows },
          ]}
          onChange={(value) => onWhole(value === "whole")}
        />
      </div>
      <div className="scroll-x">
        <table className="rows still entries">
          <thead>
            <tr>
              {chosen && (
                <th>
                  <span className="seen-by-readers">{w.choose}</span>
                </th>
              )}
              {coded && <th>{w.code}</th>}
              <th>{!mixed && resources[0] ? label(resources[0].label) : w.row}</th>
              <th>{w.field}</th>
              <th>{w.before}</th>
              <th>{w.after}</th>
              <th>{w.now}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ChangedLines
                key={row.sequence}
                row={row}
                present={presentOf(row, present)}
                coded={coded}
                mixed={mixed}
                {...context}
              />
            ))}
          </tbody>
        </table>
      </div>
      {foot}
    </section>
  );
}
