import { useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "../platform/graphql";
import type { GridView } from "./grid-view";

/** A view that somebody keeps of a grid. */
export interface SavedView {
  id: string;
  version: number;
  name: string;
  isShared: boolean;
  isMine: boolean;
  owner: string;
  body: GridView;
}

const FIELDS = "id version name isShared isMine owner body";
const LIST = `query SavedViews($grid: String!) { savedViews(grid: $grid) { ${FIELDS} } }`;
const SAVE = `mutation SaveView($grid: String!, $name: String!, $body: Value!, $isShared: Boolean!, $id: ID, $version: Int) {
  saveView(grid: $grid, name: $name, body: $body, isShared: $isShared, id: $id, version: $version) { ${FIELDS} }
}`;
const DELETE = `mutation DeleteView($id: ID!, $version: Int!) { deleteView(id: $id, version: $version) }`;

/** A new view, or the next version of one. */
export type ViewToSave = Pick<SavedView, "name" | "isShared" | "body"> & Partial<Pick<SavedView, "id" | "version">>;

export interface SavedViews {
  /** Null until they have come; none where they cannot be read, so that a grid opens all the same. */
  all: readonly SavedView[] | null;
  save(view: ViewToSave): Promise<SavedView>;
  remove(view: SavedView): Promise<void>;
}

const NONE: readonly SavedView[] = [];

/** The views of a grid, own and shared, and what their owner does with them. */
export function useSavedViews(grid: string): SavedViews {
  const client = useQueryClient();
  const key = ["savedViews", grid];
  const { data, isError } = useQuery({
    queryKey: key,
    queryFn: async () => (await request<{ savedViews: SavedView[] }>(LIST, { grid })).savedViews,
  });
  const renew = () => client.invalidateQueries({ queryKey: key });
  return {
    all: data ?? (isError ? NONE : null),
    save: async (view) => {
      const { saveView } = await request<{ saveView: SavedView }>(SAVE, { grid, ...view }).finally(renew);
      return saveView;
    },
    remove: async ({ id, version }) => {
      await request(DELETE, { id, version }).finally(renew);
    },
  };
}
