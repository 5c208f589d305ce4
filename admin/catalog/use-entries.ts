import { allPages } from "../platform/data/all-pages";
import { request } from "../platform/graphql";
import { useAnswer } from "../platform/use-graphql";
import { CATALOG_ENTRIES, type CatalogEntriesData } from "./entries.graphql";

/** Every entry that catalogs ever had, however many. */
export function useCatalogEntries(catalogs: string[], options: { enabled?: boolean; keep?: boolean } = {}) {
  return useAnswer<CatalogEntriesData>(
    [CATALOG_ENTRIES, catalogs],
    (signal) =>
      allPages(
        (offset) => request<CatalogEntriesData>(CATALOG_ENTRIES, { catalogs, offset }, signal),
        (data) => [data.catalogEntries],
      ),
    options,
  );
}
