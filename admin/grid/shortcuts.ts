/** What a key asks of the grid as a whole, beside moving and typing. */
export type GridCommand =
  | "undo"
  | "redo"
  | "save"
  | "fillDown"
  | "fillRight"
  | "newRow"
  | "deleteRows"
  | "nextProblem"
  | "previousProblem"
  | "openRow"
  | "cellHistory"
  | "nextRegion"
  | "previousRegion"
  | "headMenu"
  | "find"
  | "replace"
  | "findNext"
  | "findPrevious"
  | "keys";

interface Keys {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

export interface AroundKey extends Keys {
  target: EventTarget | null;
  preventDefault(): void;
}

/** What a key asks beside the cells, in the bars and the panel: save, find, F6, F8, the list of keys. Text there keeps its own. */
export function commandAround(event: AroundKey): GridCommand | null {
  const { key, target } = event;
  const isText = target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
  if (key === "?" && !isText) return "keys";
  const command = commandOf(event);
  return command && /^(save|next|previous|find|replace|keys)/.test(command) ? command : null;
}

/** The keyboard map of the grid while no editor is open. Ctrl stands for ⌘ too. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Keys): GridCommand | null {
  if (key === "F1") return "keys";
  if (key === "F8") return shiftKey ? "previousProblem" : "nextProblem";
  if (key === "F6") return shiftKey ? "previousRegion" : "nextRegion";
  if (key === "F2" && shiftKey) return "cellHistory";
  if (key === "F3") return shiftKey ? "findPrevious" : "findNext";
  if (key === "ContextMenu" || (key === "F10" && shiftKey)) return "headMenu";
  if (!(ctrlKey || metaKey) || altKey) return null;
  switch (key.toLowerCase()) {
    case "enter":
      return "openRow";
    case "z":
      return shiftKey ? "redo" : "undo";
    case "y":
      return "redo";
    case "s":
      return "save";
    case "f":
      return "find";
    case "h":
      return "replace";
    case "d":
      return "fillDown";
    case "r":
      return "fillRight";
    case "+":
    case "=":
      return "newRow";
    case "-":
    case "−":
      return "deleteRows";
    default:
      return null;
  }
}
