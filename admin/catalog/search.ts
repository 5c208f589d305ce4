import { fold } from "../../server/platform/text/fold";
import type { Entry } from "./entries.graphql";

/** True where an entry's name, code or agency holds the words typed; accents may be left out. */
export function matches(entry: Entry, text: string): boolean {
  const wanted = fold(text.trim());
  if (wanted === "") return true;
  const { procedure, groupName } = entry;
  return [procedure?.nameVi, procedure?.nameEn, procedure?.code, procedure?.agency?.name, groupName].some(
    (part) => part && fold(part).includes(wanted),
  );
}
