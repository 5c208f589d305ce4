import type { Say } from "./grid.messages";
import { GridDialog } from "./GridDialog";

interface DropAllProps {
  say: Say;
  count: number;
  onClose(sure: boolean): void;
}

/** Asks before all that is staged is dropped. The answer that loses nothing has the focus. */
export const DropAll = ({ say, count, onClose }: DropAllProps) => (
  <GridDialog title={say("dropAllSure", { n: count })} onCancel={() => onClose(false)}>
    <p>{say("dropAllAbout")}</p>
    <footer>
      <button type="button" className="bulk-grid-button" autoFocus onClick={() => onClose(false)}>
        {say("dropAllNot")}
      </button>
      <button type="button" className="bulk-grid-button is-primary" onClick={() => onClose(true)}>
        {say("dropAll")}
      </button>
    </footer>
  </GridDialog>
);
