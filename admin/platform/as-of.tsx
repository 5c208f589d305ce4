import { createContext, useContext, useMemo, useState, type ReactNode } from "react";

/** The day that every list and page is seen at. */
export interface AsOf {
  date: string;
  workingDate: string;
  /** True when the day is not the office's working date. */
  moved: boolean;
  set: (date: string) => void;
}

const AsOfContext = createContext<AsOf | undefined>(undefined);
const KEPT = "danh-muc.as-of";

/** Holds the day for the life of a tab; a new tab starts at the working date. */
export function AsOfProvider({ workingDate, children }: { workingDate: string; children: ReactNode }) {
  const [chosen, setChosen] = useState<string | null>(() => sessionStorage.getItem(KEPT));
  const value = useMemo<AsOf>(() => {
    const date = chosen ?? workingDate;
    return {
      date,
      workingDate,
      moved: date !== workingDate,
      set: (next) => {
        if (next === workingDate) sessionStorage.removeItem(KEPT);
        else sessionStorage.setItem(KEPT, next);
        setChosen(next === workingDate ? null : next);
      },
    };
  }, [chosen, workingDate]);
  return <AsOfContext.Provider value={value}>{children}</AsOfContext.Provider>;
}

export function useAsOf(): AsOf {
  const value = useContext(AsOfContext);
  if (!value) throw new Error("useAsOf is used outside AsOfProvider");
  return value;
}
