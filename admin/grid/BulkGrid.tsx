import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { formatMoment } from "../platform/format";
import type { BulkGridProps } from "./bulk-grid-props";
import { CellTip } from "./CellTip";
import { FocusSink, type SinkHandle } from "./FocusSink";
import type { Box } from "./cell-drawing";
import type { Density } from "./density";
import { describeSelected } from "./describe-cell";
import { runCommand } from "./grid-commands";
import type { GridColumnSpec } from "./grid-column";
import { GridStore } from "./grid-store";
import { sayIn } from "./grid.messages";
import { GridBar } from "./GridBar";
import { GridCanvas, type CanvasHandle } from "./GridCanvas";
import { GridStates } from "./GridStates";
import { GridToast } from "./GridToast";
import { KeyList } from "./KeyList";
import "./grid-controls.css";
import "./grid-dialog.css";
import "./grid-drawer.css";
import "./grid-find.css";
import "./grid.css";
import "./grid-list.css";
import "./grid-panel.css";
import type { Notice } from "./notice";
import { NOTE_FIELD, PendingPanel } from "./PendingPanel";
import { RowDrawer, type DrawerView } from "./RowDrawer";
import { SaveFlow } from "./save-flow";
import { SavePreview } from "./SavePreview";
import { commandAround, type AroundKey, type GridCommand } from "./shortcuts";
import { NOTHING_STAGED } from "./staging";
import { StatusBar } from "./StatusBar";
import { UndoReason } from "./UndoReason";
import { useDraft } from "./use-draft";
import { useOthers } from "./use-others";
import { narrowed, useNarrow } from "./use-narrow";
import { useFind } from "./use-find";
import { useRegions } from "./use-regions";
import { useWidths } from "./use-widths";

export type { BulkGridProps, Density };

const ROW_HEIGHTS: Record<Density, number> = { compact: 28, normal: 32, roomy: 40 };

const PASSING_TIME = 4000;
const NOTICE_TIME = 8000;
/** What can be taken back stays longer: it has to be read, and then decided. */
const UNDO_TIME = 20_000;

/**
 * A spreadsheet over rows of the API, for any resource: it knows columns, kinds of values and changes, and no noun.
 * Edits are staged and marked; one save shows the server's dry run, takes a reason and writes one change set.
 * A grid of a declared resource takes its parts from model-columns.ts and resource-rows.ts:
 *
 *     const sector = rowSearch(schemaFacts, "sector", locale, asOf);
 *     const columns = useMemo(() => [
 *       columnFromField(field("code"), locale, { frozen: true, emptyText: "chưa có mã" }),
 *       columnFromField(field("nameVi"), locale, { frozen: true, strong: true, note: (row) => isDemo(row.values) ? "Minh họa" : null }),
 *       columnFromField(field("sector"), locale, { search: sector }),
 *       columnFromField(field("tiers"), locale),
 *     ], [locale, asOf]);
 *     const source = useMemo(() => resourceSource(schemaFacts, resource, { fields, filter, sort, asOf }, locale), [filter, …]);
 *     const onSave = useMemo(() => resourceSave(resource, from ? { from } : { asOf }), [asOf, from]);
 *     <BulkGrid columns={columns} source={source} onSave={onSave} locale={locale} draftKey={`${personId}.procedures.${asOf}`}
 *       canCreate canDelete toolbar={<Filters />} saveExtra={<StateChoice />} />
 *
 * Without a declaration a column is written out as a GridColumnSpec: the `kind` is any of server/platform/kinds; with
 * `choices` the cell holds an option's id, with `search` a { id, label } that goes out as its id, with `many` a list of
 * either. Keep columns and source between renders (useMemo). The grid fills its parent's height and needs the tokens of
 * platform/tokens.css. Keys: keys.ts.
 */
export function BulkGrid(props: BulkGridProps) {
  // Another person or view is another draft: nothing of the state may go over.
  return <Grid key={props.draftKey} {...props} />;
}

function Grid(props: BulkGridProps) {
  const { source, onSave, onSaved, locale, draftKey, density = "compact", readOnly = false } = props;
  const canCreate = Boolean(props.canCreate) && !readOnly;
  const canDelete = Boolean(props.canDelete) && !readOnly;
  const root = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(root);
  const columns = useMemo<readonly GridColumnSpec[]>(() => {
    const shown = narrowed(props.columns, narrow);
    return readOnly ? shown.map((column) => ({ ...column, editable: "never" })) : shown;
  }, [props.columns, readOnly, narrow]);
  const [{ store, flow }] = useState(() => {
    const store = new GridStore(source);
    store.columns = columns;
    store.locale = locale;
    const flow = new SaveFlow(store);
    return { store, flow };
  });
  store.columns = columns;
  store.unseen = props.unseen ?? [];
  store.locale = locale;
  store.day = props.day ?? null;
  store.canCreate = canCreate;
  if (props.check) store.checkBy(props.check);
  flow.onSave = onSave;
  flow.onUndo = props.onUndo ?? null;
  flow.onNoteNeeded = () => {
    flushSync(() => setPanelOpen(true));
    root.current?.querySelector<HTMLElement>(NOTE_FIELD)?.focus();
  };
  flow.onSaved = (answer) => {
    if (answer.changeSet) props.feed?.own(answer.changeSet.id);
    onSaved?.(answer);
  };
  const known = useOthers(store, props.feed);
  const version = useSyncExternalStore(store.subscribe, store.version);
  const draft = useDraft(store, flow, draftKey);
  const { restored } = draft;
  const say = useMemo(() => sayIn(locale), [locale]);

  const [undoing, setUndoing] = useState<Notice | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<CanvasHandle>(null);
  const sink = useRef<SinkHandle>(null);
  const [ownWidths, setOwnWidths] = useWidths(draftKey);
  const { widths = ownWidths, onWidths: setWidths = setOwnWidths } = props;
  // In a small window it would cover the grid.
  const [panelOpen, setPanelOpen] = useState(() => window.innerWidth >= 1000);
  const [hovered, setHovered] = useState<{ column: number; row: number } | null>(null);
  const [showRestored, setShowRestored] = useState(true);
  const [drawer, setDrawer] = useState<DrawerView | null>(null);
  const [keysShown, setKeysShown] = useState(false);
  const [, setScrolled] = useState(0);

  useEffect(() => store.show(source), [store, source]);
  // When the grid opens, and when the preview has closed.
  const isPreviewing = flow.step.at === "preview";
  useEffect(() => {
    if (!isPreviewing) sink.current?.focus();
  }, [isPreviewing]);

  // What went well needs no answer; what went wrong stays until it is read.
  const { notice } = store;
  useEffect(() => {
    // While its reason is being typed it stays.
    if (!notice || notice.tone === "bad" || undoing) return;
    const time = notice.passing ? PASSING_TIME : notice.undoes ? UNDO_TIME : NOTICE_TIME;
    const timer = setTimeout(() => store.say(null), time);
    return () => clearTimeout(timer);
  }, [store, notice, undoing]);

  const bounds = useCallback((column: number, row: number) => canvas.current?.bounds(column, row), []);
  const onMenu = (field: string, box: Box) => props.heads?.onMenu(field, box, () => sink.current?.focus());
  const onHeadMenu = () => {
    const { column } = store.selection.anchor;
    const box = bounds(column, -1);
    if (box && columns[column]) onMenu(columns[column].field, box);
  };
  const find = useFind(store, source, say, readOnly, () => sink.current?.focus());
  const onKeys = () => setKeysShown(true);
  const onCommand = (command: GridCommand) =>
    runCommand(command, { store, flow, canDelete, onHeadMenu, find, toRegion, openDrawer: setDrawer, onKeys });
  const onKeyDown = (event: AroundKey) => {
    const command = commandAround(event);
    if (!command || flow.step.at === "preview") return;
    event.preventDefault();
    onCommand(command);
  };
  const toRegion = useRegions(root, props.filters, onKeyDown);

  const { anchor } = store.selection;
  const label = describeSelected(store, say);
  return (
    <div className="bulk-grid" ref={root} data-density={density} onKeyDown={onKeyDown}>
      <GridBar
        store={store}
        say={say}
        canDelete={canDelete}
        readOnly={readOnly}
        panelOpen={panelOpen || readOnly}
        onPanel={() => setPanelOpen(true)}
        onOpenRow={() => setDrawer({ part: "fields" })}
        onFocus={() => sink.current?.focus()}
        onFind={() => find.open(true)}
      >
        {props.toolbar}
        {props.acts?.(store)}
      </GridBar>
      {find.bar}
      {showRestored && restored && !readOnly && store.staged.rows.size > 0 && (
        <div className="bulk-grid-note is-restored" role="status">
          <span>{say("draftRestored", { n: restored.staged.rows.size, at: formatMoment(restored.at) })}</span>
          <button
            type="button"
            className="bulk-grid-button is-small"
            onClick={() => store.step({ ...NOTHING_STAGED, next: store.staged.next })}
          >
            {say("dropAll")}
          </button>
          <button type="button" className="bulk-grid-button is-small is-quiet" onClick={() => setShowRestored(false)}>
            {say("close")}
          </button>
        </div>
      )}
      {draft.elsewhere > 0 && !readOnly && (
        <div className="bulk-grid-note is-restored" role="status">
          <span>{say("draft.elsewhere", { n: draft.elsewhere })}</span>
        </div>
      )}
      <div className="bulk-grid-body">
        {/* The canvas takes the focus when it is clicked; the sink takes it back, as the only place to type into. */}
        <div
          className="bulk-grid-frame"
          ref={frame}
          role="region"
          aria-label={say("gridLabel")}
          onFocus={(event) =>
            event.target instanceof HTMLTextAreaElement ||
            event.target instanceof HTMLButtonElement ||
            sink.current?.focus()
          }
        >
          <GridCanvas
            store={store}
            version={version}
            columns={columns}
            widths={widths}
            narrow={narrow}
            rowHeight={ROW_HEIGHTS[density]}
            say={say}
            handle={canvas}
            heads={props.heads}
            onMenu={onMenu}
            onResize={(field, width) => setWidths({ ...widths, [field]: width })}
            onScroll={() => setScrolled((n) => n + 1)}
            onPress={() => sink.current?.commit()}
            onActivate={(chooser) => sink.current?.edit(chooser)}
            onHover={(cell) =>
              setHovered((old) => (old?.column === cell?.column && old?.row === cell?.row ? old : cell))
            }
          />
          <FocusSink
            store={store}
            columns={columns}
            say={say}
            label={label}
            bounds={bounds}
            frame={frame}
            handle={sink}
            onCommand={onCommand}
          />
          <CellTip store={store} say={say} place={hovered ?? anchor} bounds={bounds} frame={frame} />
          <GridStates store={store} say={say} readOnly={readOnly} empty={props.empty} />
          <GridToast store={store} say={say} onUndo={setUndoing} />
        </div>
        {panelOpen && !readOnly && (
          <PendingPanel
            store={store}
            flow={flow}
            say={say}
            extra={props.saveExtra}
            onClose={() => setPanelOpen(false)}
            onFocus={() => sink.current?.focus()}
          />
        )}
        {drawer && (
          <RowDrawer
            store={store}
            say={say}
            view={drawer}
            history={props.history}
            onView={setDrawer}
            onClose={() => {
              flushSync(() => setDrawer(null));
              sink.current?.focus();
            }}
          />
        )}
      </div>
      <StatusBar store={store} version={version} say={say} draft={draft} known={known} onKeys={onKeys}>
        {props.status?.(store)}
      </StatusBar>
      <div className="bulk-grid-live" aria-live="polite">
        {label}
      </div>
      {undoing && (
        <UndoReason
          say={say}
          onClose={(note) => {
            flushSync(() => setUndoing(null));
            sink.current?.focus();
            if (note !== null) void flow.undoSaved(undoing, note);
          }}
        />
      )}
      {keysShown && <KeyList locale={locale} say={say} onClose={() => setKeysShown(false)} />}
      <SavePreview store={store} flow={flow} say={say} about={props.saveAbout} />
    </div>
  );
}
