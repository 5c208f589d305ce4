import type { Language } from "../platform/format";
import { fieldOf, type Label, type ModelField } from "../platform/model";
import { exportPath, exportQuery, type View } from "../platform/data/export-address";
import type { SchemaFacts } from "../platform/data/document";
import { mText } from "./m-text";

/** The name of the parameter that holds the token in the person's own workbook. */
export const TOKEN_PARAMETER = "DanhMucToken";

/** The type of a column in Power Query; words of choices, references and lists stay texts, and so do codes. */
function mType(field: ModelField | undefined): string {
  switch (field?.kind.name) {
    case "int":
    case "vnd":
      return "Int64.Type";
    case "decimal":
      return "type number";
    case "date":
      return "type date";
    case "moment":
      return "type datetime";
    default:
      return "type text";
  }
}

/**
 * The text for the advanced editor of Power Query in Excel or Power BI: fetches a view with a token, reads it as
 * UTF-8 and gives its columns their types. The base address is a literal of its own, as a scheduled refresh wants.
 */
export function powerQuery(
  facts: SchemaFacts,
  origin: string,
  view: View,
  language: Language,
  label: (label: Label) => string,
  say: { parameter: string; rowId: string; rowVersion: string },
): string {
  const query = Object.entries(exportQuery(facts, view, language)).map(([name, value]) => `${name} = ${mText(value)}`);
  const types = view.fields.map((name) => {
    const field = fieldOf(view.resource, name);
    return `{${mText(field ? label(field.label) : name)}, ${mType(field)}}`;
  });
  // Every file ends with the two columns that tell which row a line is, and as of which change.
  types.push(`{${mText(say.rowId)}, type text}`, `{${mText(say.rowVersion)}, Int64.Type}`);
  return `// ${say.parameter}
let
    File = Web.Contents(
        ${mText(origin)},
        [
            RelativePath = ${mText(exportPath(view, "csv").slice(1))},
            Query = [
                ${query.join(",\n                ")}
            ],
            Headers = [Authorization = "Bearer " & ${TOKEN_PARAMETER}]
        ]
    ),
    Rows = Csv.Document(File, [Delimiter = ",", Encoding = TextEncoding.Utf8, QuoteStyle = QuoteStyle.Csv]),
    Headed = Table.PromoteHeaders(Rows, [PromoteAllScalars = true]),
    Typed = Table.TransformColumnTypes(
        Headed,
        {
            ${types.join(",\n            ")}
        },
        ${mText(language === "vi" ? "vi-VN" : "en-GB")}
    )
in
    Typed`;
}
