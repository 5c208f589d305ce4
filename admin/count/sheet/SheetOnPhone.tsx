import type { Locale } from "../../grid/grid-column";
import { useWords } from "../../platform/language";
import { Note } from "../../platform/ui/Note";
import { Status } from "../../platform/ui/Status";
import { RECEIVED, reportedOf, RETURNED, sumOf } from "./count-figures";
import type { SheetLine } from "./count-sheet.graphql";
import { numberIn, reportedWords } from "./sheet-columns";
import { keyOf, rowOf } from "./sheet-source";
import { words } from "./sheet.words";

const KINDS = { none: "short", part: "short", nothing: "na", full: "met" } as const;

/** The lines on a phone, two rows each: the procedure, then what was received and returned. */
export function SheetOnPhone({ lines, locale }: { lines: readonly SheetLine[]; locale: Locale }) {
  const w = useWords(words);
  const number = numberIn(locale);
  return (
    <>
      <Note>{w.narrow}</Note>
      <div className="card">
        <table className="rows folding">
          <thead>
            <tr>
              <th>{w.procedure}</th>
              <th>{w.state}</th>
              <th className="number">{w.receivedSum}</th>
              <th className="number">{w.returnedSum}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => {
              const { values } = rowOf(line, locale);
              const [received, returned] = [sumOf(values, RECEIVED), sumOf(values, RETURNED)];
              return (
                <tr key={keyOf(line)}>
                  <td className="lead-cell named">{String(values.procedureName)}</td>
                  <td>
                    <Status kind={KINDS[reportedOf(values).is]}>{reportedWords(values, locale)}</Status>
                  </td>
                  {received !== null && (
                    <td className="number">
                      {w.received} {number(received)}
                    </td>
                  )}
                  {returned !== null && (
                    <td className="number">
                      {w.returned} {number(returned)}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
