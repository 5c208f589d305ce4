import Button from "@mui/material/Button";
import Divider from "@mui/material/Divider";
import IconButton from "@mui/material/IconButton";
import ListItemIcon from "@mui/material/ListItemIcon";
import ListItemText from "@mui/material/ListItemText";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Popover from "@mui/material/Popover";
import { Bookmark, BookmarkPlus, Check, ChevronDown, Ellipsis, RotateCcw, Save } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useNotify } from "react-admin";
import { ServerError } from "../platform/graphql";
import { useLanguage, useWords } from "../platform/language";
import { words } from "./grid-view.words";
import type { GridViewState } from "./use-grid-view";
import { ViewDialog, type ViewQuestion } from "./ViewDialog";
import type { SavedView } from "./views.graphql";

interface ViewMenuProps {
  state: GridViewState;
  /** Whether the person may change the rows of the grid, and so share views of it. */
  mayShare: boolean;
}

/** The button that names the view on screen, with the views there are and what is done with them. */
export function ViewMenu({ state, mayShare }: ViewMenuProps) {
  const w = useWords(words);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [more, setMore] = useState<{ view: SavedView; anchor: HTMLElement } | null>(null);
  const [question, setQuestion] = useState<ViewQuestion | null>(null);
  const notify = useNotify();
  const language = useLanguage();
  const { selected, isChanged, saved, view } = state;
  const views = saved.all ?? [];
  const close = () => setAnchor(null);
  const failed = (error: unknown) =>
    notify(error instanceof ServerError ? error.in(language) : String(error), { type: "error" });

  const choose = (chosen: SavedView | null) => {
    state.choose(chosen);
    close();
  };
  const save = async (of: SavedView, change: Partial<SavedView>) => {
    try {
      const kept = await saved.save({ ...bodyless(of), body: of.body, ...change });
      notify(w.saved(kept.name), { type: "info" });
    } catch (error) {
      failed(error);
    }
    close();
  };

  const entry = (of: SavedView | null, name: string, about?: ReactNode) => {
    const isHere = (selected?.id ?? null) === (of?.id ?? null);
    return (
      <div className="view-entry" key={of?.id ?? "usual"}>
        <MenuItem selected={isHere} onClick={() => choose(of)}>
          <ListItemIcon>{isHere ? <Check size={16} aria-hidden /> : null}</ListItemIcon>
          <ListItemText primary={name} secondary={about} />
        </MenuItem>
        {of && (
          <IconButton
            aria-label={w.more(of.name)}
            aria-haspopup="menu"
            onClick={(event) => setMore({ view: of, anchor: event.currentTarget })}
          >
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        )}
      </div>
    );
  };
  const aboutOf = (of: SavedView) =>
    [of.isMine ? (of.isShared ? w.shared : null) : of.owner, of.id === state.opening ? w.opens : null]
      .filter(Boolean)
      .join(" · ");
  const group = (title: string, of: readonly SavedView[]) =>
    of.length > 0 && (
      <div role="group" aria-label={title}>
        <h3>{title}</h3>
        {of.map((each) => entry(each, each.name, aboutOf(each)))}
      </div>
    );

  return (
    <>
      <Button
        className="view-button"
        variant="outlined"
        startIcon={<Bookmark size={16} aria-hidden />}
        endIcon={<ChevronDown size={16} aria-hidden />}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        aria-label={`${w.views}: ${selected?.name ?? w.usual}${isChanged ? `, ${w.changed}` : ""}`}
        title={isChanged ? w.changed : undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <span className="view-name">{selected?.name ?? w.usual}</span>
        {isChanged && <span className="view-changed">{w.changedShort}</span>}
      </Button>
      {state.isLost && <span className="view-lost">{w.lost}</span>}
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
        slotProps={{ paper: { role: "dialog", "aria-label": w.views, className: "view-list" } }}
      >
        {entry(null, w.usual)}
        {group(
          w.own,
          views.filter((each) => each.isMine),
        )}
        {group(
          w.shared,
          views.filter((each) => !each.isMine),
        )}
        {views.length === 0 && <p className="hint">{w.noViews}</p>}
        <Divider />
        {isChanged && <p className="view-changed">{w.changed}</p>}
        {selected?.isMine && isChanged && (
          <MenuItem onClick={() => void save(selected, { body: view })}>
            <ListItemIcon>
              <Save size={16} aria-hidden />
            </ListItemIcon>
            {w.update(selected.name)}
          </MenuItem>
        )}
        <MenuItem onClick={() => ask({ ask: "new" })}>
          <ListItemIcon>
            <BookmarkPlus size={16} aria-hidden />
          </ListItemIcon>
          {w.saveAs}
        </MenuItem>
        {isChanged && (
          <MenuItem onClick={() => choose(selected)}>
            <ListItemIcon>
              <RotateCcw size={16} aria-hidden />
            </ListItemIcon>
            {w.back(selected?.name ?? w.usual)}
          </MenuItem>
        )}
      </Popover>
      <Menu
        open={more !== null}
        anchorEl={more?.anchor}
        onClose={() => setMore(null)}
        slotProps={{ list: { "aria-label": more ? w.more(more.view.name) : undefined, dense: true } }}
      >
        {more &&
          actsOf(more.view).map(({ text, run }) => (
            <MenuItem
              key={text}
              onClick={() => {
                setMore(null);
                run();
              }}
            >
              {text}
            </MenuItem>
          ))}
      </Menu>
      <ViewDialog
        question={question}
        mayShare={mayShare}
        onClose={() => setQuestion(null)}
        onSave={async (name, isShared) => {
          const of = question?.ask === "rename" ? question.view : null;
          const kept = await saved.save(of ? { ...of, name } : { name, isShared, body: view });
          if (!of) state.choose(kept);
          notify(w.saved(kept.name), { type: "info" });
        }}
        onRemove={async (of) => {
          await saved.remove(of);
          if (state.opening === of.id) state.setOpening(null);
          notify(w.removed(of.name), { type: "info" });
        }}
      />
    </>
  );

  function ask(what: ViewQuestion): void {
    close();
    setQuestion(what);
  }

  function actsOf(of: SavedView): { text: string; run(): void }[] {
    const opens = state.opening === of.id;
    const copy = async () => {
      const address = new URL(location.href);
      address.search = new URLSearchParams({ view: of.id }).toString();
      await navigator.clipboard.writeText(address.toString());
      notify(w.linkCopied, { type: "info" });
    };
    return [
      { text: opens ? w.notOpenWith : w.openWith, run: () => state.setOpening(opens ? null : of.id) },
      ...(of.isShared ? [{ text: w.copyLink, run: () => void copy().catch(failed) }] : []),
      ...(of.isMine
        ? [
            { text: w.rename, run: () => ask({ ask: "rename", view: of }) },
            ...(of.isShared || mayShare
              ? [
                  {
                    text: of.isShared ? w.unshare : w.share,
                    run: () => void save(of, { isShared: !of.isShared }),
                  },
                ]
              : []),
            { text: w.remove, run: () => ask({ ask: "remove", view: of }) },
          ]
        : []),
    ];
  }
}

const bodyless = ({ id, version, name, isShared }: SavedView) => ({ id, version, name, isShared });
