import { useCallback, useState } from "react";
import type { GridView } from "./grid-view";

/** How a person left a grid on this machine, and what they want it to open with. */
export interface GridMemory {
  /** The number of the kept view that the grid opens with, whatever was looked at last. */
  opening: string | null;
  left: {
    /** The number of the kept view that was on screen; null for the screen's own. */
    id: string | null;
    /** What was on screen where it was not the view as it is kept. */
    content: Pick<GridView, "filter" | "sort" | "columns"> | null;
    widths: GridView["widths"];
  };
}

const NOTHING: GridMemory = { opening: null, left: { id: null, content: null, widths: {} } };

/**
 * What this machine remembers of one person's grid, and how it learns more. It stands beside the store of the frame,
 * which is emptied by signing out; the key names the person, so nobody opens what another one left.
 */
export function useGridMemory(key: string): [GridMemory, (part: Partial<GridMemory>) => void] {
  const place = `danh-muc.grid.${key}`;
  const [memory, setMemory] = useState(() => read(place));
  const remember = useCallback(
    (part: Partial<GridMemory>) => {
      // Read again, for another tab may have learnt the other half.
      const next = { ...read(place), ...part };
      setMemory((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
      try {
        localStorage.setItem(place, JSON.stringify(next));
      } catch {
        // A machine that keeps nothing opens the grid as the screen is.
      }
    },
    [place],
  );
  return [memory, remember];
}

function read(place: string): GridMemory {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? "{}") as Partial<GridMemory> | null;
    return { opening: kept?.opening ?? null, left: { ...NOTHING.left, ...kept?.left } };
  } catch {
    return NOTHING;
  }
}
