/** A sentence for the status bar: a key of the grid's messages with its values. */
export interface Notice {
  key: string;
  values?: Record<string, string | number>;
  tone: "plain" | "good" | "bad";
  /** Gone with the next key or click: it says no more than that something cannot be done here. */
  passing?: boolean;
  /** The change set that it tells of and that can be taken back at once. */
  undoes?: string;
}
