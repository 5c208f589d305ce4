/** How gladly a type is taken by an Accept header: its q, by the most exact range that names it; 0 where none does. */
export function qualityOf(accept: string, type: string): number {
  const [family] = type.split("/");
  let quality = 0;
  let exactness = 0;
  for (const range of accept.split(",")) {
    const [name, ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const rank = name === type ? 3 : name === `${family}/*` ? 2 : name === "*/*" ? 1 : 0;
    if (rank <= exactness) continue;
    exactness = rank;
    const q = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, "");
    quality = q === undefined ? 1 : /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(q) ? Number(q) : 0;
  }
  return quality;
}

/** Whether an answer of GraphQL is wanted as CSV: only where it is named, and no JSON is taken more gladly or as gladly before it. */
export function wantsCsv(accept: string | undefined): boolean {
  if (!accept || !/\btext\/csv\b/i.test(accept)) return false;
  const csv = qualityOf(accept, "text/csv");
  const json = ["application/json", "application/graphql-response+json"].map((type) => namedQuality(accept, type));
  return csv > 0 && csv >= Math.max(...json);
}

/** The quality of a type that is named itself; `*` and `/*` take whatever there is and prefer nothing. */
const namedQuality = (accept: string, type: string): number =>
  accept.toLowerCase().includes(type) ? qualityOf(accept, type) : 0;

/** The language whose words an answer has: Vietnamese, unless English is wanted more. */
export function languageOf(acceptLanguage: string | undefined): "vi" | "en" {
  const quality = (language: string): number =>
    Math.max(
      0,
      ...(acceptLanguage ?? "").split(",").map((range) => {
        const [name, q] = range
          .trim()
          .toLowerCase()
          .split(/\s*;\s*q\s*=\s*/);
        return name === language || name.startsWith(`${language}-`) ? Number(q ?? 1) || 0 : 0;
      }),
    );
  return quality("en") > quality("vi") ? "en" : "vi";
}
