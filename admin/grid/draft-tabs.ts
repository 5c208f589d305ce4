/** What the tabs of one browser tell each other of a view's unsaved edits. */
type Message =
  | { say: "who"; key: string; tab: string }
  | { say: "here"; key: string; tab: string; rows: number }
  | { say: "pending"; key: string; tab: string; rows: number }
  | { say: "taken"; key: string; by: string; tabs: readonly string[] }
  | { say: "closed"; key: string; tab: string };

/** Long enough for a tab in the background to answer, short enough to go unnoticed. */
const ANSWER_TIME = 150;
const TAB_KEY = "danh-muc.tab";

const newTab = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36)).join("");

/** This tab's name, which a reload keeps. A tab that was doubled takes a new one (see `meet`). */
function tabName(): string {
  try {
    const known = sessionStorage.getItem(TAB_KEY);
    if (known) return known;
    const made = newTab();
    sessionStorage.setItem(TAB_KEY, made);
    return made;
  } catch {
    return newTab();
  }
}

/** The tabs of one person on one view: who is open, and how many rows each has pending. */
export class DraftTabs {
  tab = tabName();
  /** Pending rows of the other open tabs. */
  others: ReadonlyMap<string, number> = new Map();
  onChange: () => void = () => undefined;
  /** Another tab has taken over what this one had kept. */
  onTaken: () => void = () => undefined;
  private rows = 0;
  private readonly channel: BroadcastChannel | null;

  constructor(private readonly key: string) {
    this.channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("danh-muc.drafts");
    if (this.channel) this.channel.onmessage = ({ data }: MessageEvent<Message>) => data.key === key && this.hear(data);
  }

  private tell(message: Message): void {
    this.channel?.postMessage(message);
  }

  private hear(message: Message): void {
    if (message.say === "who") return this.tell({ say: "here", key: this.key, tab: this.tab, rows: this.rows });
    if (message.say === "taken")
      return void (message.tabs.includes(this.tab) && message.by !== this.tab && this.onTaken());
    const others = new Map(this.others);
    if (message.say === "closed") others.delete(message.tab);
    else others.set(message.tab, message.rows);
    this.others = others;
    this.onChange();
  }

  /** Finds out which tabs are open. One with this tab's own name is its original: this one is the double. */
  async meet(): Promise<ReadonlySet<string>> {
    if (!this.channel) return new Set();
    this.tell({ say: "who", key: this.key, tab: this.tab });
    await new Promise((resolve) => setTimeout(resolve, ANSWER_TIME));
    const open = new Set(this.others.keys());
    if (open.has(this.tab)) {
      this.tab = newTab();
      try {
        sessionStorage.setItem(TAB_KEY, this.tab);
      } catch {
        // Without the storage a reload takes another name; its draft is then one that was left.
      }
    }
    return open;
  }

  pending(rows: number): void {
    if (rows === this.rows) return;
    this.rows = rows;
    this.tell({ say: "pending", key: this.key, tab: this.tab, rows });
  }

  took(tabs: readonly string[]): void {
    const others = tabs.filter((tab) => tab !== this.tab);
    if (others.length > 0) this.tell({ say: "taken", key: this.key, by: this.tab, tabs: others });
  }

  close(): void {
    this.tell({ say: "closed", key: this.key, tab: this.tab });
    this.channel?.close();
  }
}
