/** What the number of a cell means by its format. */
export type NumberMeaning =
  | { is: "number" }
  | { is: "day"; isTimeOnly: boolean }
  /** Shown with zeros in front, as codes are: 00123. */
  | { is: "padded"; length: number };

const NUMBER: NumberMeaning = { is: "number" };
const DAY: NumberMeaning = { is: "day", isTimeOnly: false };
const TIME: NumberMeaning = { is: "day", isTimeOnly: true };

/** The formats that every workbook has without saying so; 27 to 36 and 50 to 58 are days of East Asian editions. */
function builtIn(id: number): NumberMeaning {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return DAY;
  return id >= 18 && id <= 21 ? TIME : NUMBER;
}

/** What a format means; `code` is its text where the workbook declares it. */
export function meaningOf(id: number, code: string | undefined): NumberMeaning {
  if (code === undefined) return builtIn(id);
  const [positive] = code.split(";");
  if (/^0{2,}$/.test(positive)) return { is: "padded", length: positive.length };
  // Elapsed hours, as [h]:mm, are an amount of time and no time of day.
  if (/\[[hms]+\]/i.test(positive)) return NUMBER;
  const letters = positive
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "")
    .replace(/general/i, "")
    .toLowerCase();
  if (/[dy]/.test(letters) || (/m/.test(letters) && !/[hs]/.test(letters))) return DAY;
  return /[hs]/.test(letters) ? TIME : NUMBER;
}
