import type { Locale } from "../kinds/kind";
import type { ListNode, Property, RowPlan } from "../planner/plan";
import type { ResponseObject } from "../planner/shape";
import type { SheetColumn, SheetValue } from "../sheet/sheet";
import { cellOf } from "./cells";
import { ROW_ID, ROW_VERSION } from "./columns";

/** A column of an answer and how its cell is found in a row of it. */
interface AnswerColumn extends SheetColumn {
  of(row: ResponseObject): SheetValue;
}

const KIND: SheetColumn["kind"] = "text";

/**
 * The rows of an answer's list as a table: a column for every value that was asked for, under the words of the fields;
 * what lies below a reference has the reference's words and a dot in front, a list below a row is one cell.
 */
export function answerColumns(plan: RowPlan, lang: Locale): AnswerColumn[] {
  return plan.properties.flatMap((property) => columnsOf(plan, property, lang));
}

function columnsOf(plan: RowPlan, property: Property, lang: Locale): AnswerColumn[] {
  const { key } = property;
  if (property.from === "typename") return [{ header: key, kind: KIND, of: (row) => row[key] as string }];
  if (property.from === "column") {
    const selected = plan.columns[property.index];
    if (typeof selected === "string") {
      const label = selected === "id" ? ROW_ID : ROW_VERSION;
      return [{ header: label[lang], kind: KIND, of: (row) => row[key] as SheetValue }];
    }
    const { kind, label } = selected;
    return [{ header: label[lang], kind: KIND, of: (row) => cellOf(kind, row[key], { lang, format: "csv" }) }];
  }
  const figure = plan.figures.find((f) => f.key === key)?.figure;
  if (figure)
    return [
      {
        header: figure.label[lang],
        kind: KIND,
        of: (row) => cellOf(figure.kind, row[key], { lang, format: "csv" }),
      },
    ];
  const ref = plan.refs.find((r) => r.key === key);
  if (ref)
    return answerColumns(ref.rows, lang).map((column) => ({
      ...column,
      header: `${ref.field.label[lang]}.${column.header}`,
      of: (row) => (row[key] ? column.of(row[key] as ResponseObject) : null),
    }));
  return listColumns(
    plan.lists.find((l) => l.key === key)!,
    lang,
  );
}

/** A list below a row: its rows in one cell, the values of each with commas between, and its total in another. */
function listColumns({ key, list, properties, items }: ListNode, lang: Locale): AnswerColumn[] {
  const header = list!.label[lang];
  return properties.map((property): AnswerColumn => {
    const below = (row: ResponseObject) => (row[key] as ResponseObject)[property.key];
    if (property.from !== "items")
      return { header: `${header}.${property.key}`, kind: KIND, of: (row) => below(row) as SheetValue };
    const columns = answerColumns(items[property.at].rows, lang);
    return {
      header,
      kind: KIND,
      of: (row) => (below(row) as ResponseObject[]).map((item) => textOf(columns, item)).join("; ") || null,
    };
  });
}

const textOf = (columns: AnswerColumn[], row: ResponseObject): string =>
  columns
    .map((column) => column.of(row))
    .filter((value) => value !== null && value !== "")
    .map((value) => (typeof value === "object" ? value!.day : String(value)))
    .join(", ");
