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
  | "previousRegion";

interface Keys {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** The keyboard map of the grid while no editor is open. Ctrl stands for ⌘ too. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Keys): GridCommand | null {
  if (key === "F8") return shiftKey ? "previousProblem" : "nextProblem";
  if (key === "F6") return shiftKey ? "previousRegion" : "nextRegion";
  if (key === "F2" && shiftKey) return "cellHistory";
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
