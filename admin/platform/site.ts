import { createContext, useContext } from "react";
import type { Site } from "./viewer";

/** What is known of this installation before anyone signs in. */
export const SiteContext = createContext<Site | undefined>(undefined);

export function useSite(): Site {
  const site = useContext(SiteContext);
  if (!site) throw new Error("useSite is used outside the site's context");
  return site;
}
