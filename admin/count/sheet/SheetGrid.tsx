import { useEffect, useMemo, useRef, useState } from "react";
import { RowPast } from "../../generic/RowPast";
import { BulkGrid } from "../../grid/BulkGrid";
import { resourceCheck } from "../../grid/resource-check";
import { resourceFeed } from "../../grid/resource-feed";
import { resourceSave, undoSave } from "../../grid/resource-rows";
import { useLanguage, useWords } from "../../platform/language";
import { resourceOf } from "../../platform/model";
import { useRules } from "../../platform/rules";
import { Segments } from "../../platform/ui/Segments";
import { Empty } from "../../platform/ui/states";
import { isAllDemo, type CountSheetData } from "./count-sheet.graphql";
import { editedLines, SheetTotals, ZerosButton } from "./SheetActs";
import { sheetColumns } from "./sheet-columns";
import { sheetSave } from "./sheet-save";
import { rowOf, sheetFeed, SheetSource, type Shown } from "./sheet-source";
import { words } from "./sheet.words";

interface SheetGridProps {
  sheet: CountSheetData["countSheet"];
  personId: string;
  /** After figures were written, so that what stands around the grid is asked anew. */
  onSaved: () => void;
}

/** The spreadsheet of one unit's counts of one period. */
export function SheetGrid({ sheet, personId, onSaved }: SheetGridProps) {
  const w = useWords(words);
  const locale = useLanguage();
  const counts = resourceOf("count");
  const rules = useRules(counts);
  const [shown, setShown] = useState<Shown>("all");
  const { period, receptionUnit: unit, editable } = sheet;
  const of = useMemo(() => ({ period: period.id, receptionUnit: unit.id }), [period.id, unit.id]);
  // What the page has just read opens the grid; whatever is shown later is asked for anew.
  const opened = useRef<typeof sheet | undefined>(sheet);
  const source = useMemo(
    () => new SheetSource({ period: of.period, unit: of.receptionUnit, locale, shown }, opened.current),
    [of, locale, shown],
  );
  useEffect(() => void (opened.current = undefined), []);
  const hasAgencies = sheet.rows.some(({ agency }) => agency.id !== unit.id);
  const marksDemo = !isAllDemo(sheet.rows);
  const columns = useMemo(() => sheetColumns(locale, { hasAgencies, marksDemo }), [locale, hasAgencies, marksDemo]);
  const feed = useMemo(() => sheetFeed(source, resourceFeed(counts)), [source, counts]);
  const check = useMemo(() => resourceCheck(counts, rules), [counts, rules]);
  const onSave = useMemo(() => sheetSave(resourceSave(counts), of, source), [counts, of, source]);
  const rows = useMemo(() => sheet.rows.map((line) => rowOf(line, locale)), [sheet.rows, locale]);
  return (
    <BulkGrid
      columns={columns}
      source={source}
      onSave={onSave}
      onUndo={async (changeSet, note) => {
        const answer = await undoSave(changeSet, note);
        source.forget();
        if (answer.changeSet) onSaved();
        return answer;
      }}
      onSaved={onSaved}
      check={check}
      feed={feed}
      history={(key, field) => {
        const count = source.countOf(key);
        return count ? (
          <RowPast key={`${count}.${field}`} resource={counts} id={count} field={field} />
        ) : (
          <Empty title={w.lineNone} />
        );
      }}
      locale={locale}
      day={period.lastDay}
      draftKey={`${personId}.countSheet.${period.id}.${unit.id}`}
      readOnly={!editable}
      toolbar={
        <Segments
          label={w.shown}
          value={shown}
          options={[
            { value: "all", text: w.all },
            { value: "open", text: w.open },
          ]}
          onChange={setShown}
        />
      }
      acts={(store) => editable && <ZerosButton store={store} />}
      status={(store) => <SheetTotals lines={editedLines(rows, store)} locale={locale} />}
      empty={<Empty title={w.noLines(unit.nameVi)}>{w.noLinesHelp}</Empty>}
    />
  );
}
