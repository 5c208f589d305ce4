import { useState } from "react";

type Widths = Readonly<Record<string, number>>;

/** Column widths as the person has set them, kept on this machine with the view. */
export function useWidths(key: string): [Widths, (widths: Widths) => void] {
  const place = `danh-muc.widths.${key}`;
  const [widths, setWidths] = useState<Widths>(() => read(place));
  return [
    widths,
    (next) => {
      setWidths(next);
      try {
        localStorage.setItem(place, JSON.stringify(next));
      } catch {
        // Without room for it the width holds until the page is left.
      }
    },
  ];
}

function read(place: string): Widths {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "{}") as Widths;
  } catch {
    return {};
  }
}
