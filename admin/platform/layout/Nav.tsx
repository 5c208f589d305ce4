import Tooltip from "@mui/material/Tooltip";
import { useMemo } from "react";
import { Link, useLocation } from "react-router";
import { useAsOf } from "../as-of";
import { formatNumber } from "../format";
import { useLabel, useLanguage, useWords } from "../language";
import type { MenuEntry, MenuGroup } from "../noun";
import { useGraphql } from "../use-graphql";
import { useMay, useViewer } from "../viewer";
import { words } from "./words";

type Section = { entry: MenuEntry } | { group: MenuGroup; entries: MenuEntry[] };

/** Entries that the person may open, gathered under their headings. */
function sections(entries: MenuEntry[]): Section[] {
  const result: Section[] = [];
  for (const entry of entries) {
    const last = result.find((section) => "group" in section && section.group === entry.group);
    if (!entry.group) result.push({ entry });
    else if (last && "entries" in last) last.entries.push(entry);
    else result.push({ group: entry.group, entries: [entry] });
  }
  return result;
}

export function useMenu(menu: MenuEntry[]): MenuEntry[] {
  const may = useMay();
  const viewer = useViewer();
  return menu.filter(
    ({ permission, isFor }) => (!permission || may(permission)) && (!isFor || (viewer !== undefined && isFor(viewer))),
  );
}

/** The entry whose address is the longest beginning of the page's own. */
export function currentEntry(menu: MenuEntry[], pathname: string): MenuEntry | undefined {
  const length = (entry: MenuEntry): number =>
    Math.max(
      ...[entry.to, ...(entry.also ?? [])].map((path) =>
        path === "/"
          ? pathname === "/"
            ? 1
            : 0
          : pathname === path || pathname.startsWith(`${path}/`)
            ? path.length
            : 0,
      ),
    );
  return menu.reduce<MenuEntry | undefined>((best, entry) => {
    const reach = length(entry);
    return reach > 0 && (!best || reach > length(best)) ? entry : best;
  }, undefined);
}

function Count({ entry }: { entry: MenuEntry }) {
  const { date } = useAsOf();
  const language = useLanguage();
  const viewer = useViewer();
  const own = entry.count?.variables && viewer ? entry.count.variables(viewer) : {};
  const { data } = useGraphql<Record<string, { total: number }>>(
    entry.count?.query ?? "",
    { asOf: date, ...own },
    { enabled: Boolean(entry.count && viewer && own), keep: true },
  );
  const count = data && entry.count ? entry.count.read(data) : null;
  return count === null ? null : <span className="count">{formatNumber(count, language)}</span>;
}

interface NavProps {
  menu: MenuEntry[];
  form: "docked" | "rail" | "drawer";
  onOpen?: () => void;
}

/** The left menu: what is built, and what the person may open. */
export function Nav({ menu, form, onOpen }: NavProps) {
  const w = useWords(words);
  const label = useLabel();
  const { pathname } = useLocation();
  const shown = useMenu(menu);
  const current = currentEntry(shown, pathname);
  const listed = useMemo(() => shown.filter((entry) => !entry.isBarOnly), [shown]);
  const parts = useMemo(() => sections(listed.filter((entry) => !entry.apart)), [listed]);
  const apart = useMemo(() => sections(listed.filter((entry) => entry.apart)), [listed]);

  const link = (entry: MenuEntry, sub: boolean) => {
    const Icon = entry.icon;
    const here = entry === current ? "page" : undefined;
    if (form === "rail") {
      return (
        <Tooltip key={entry.to} title={label(entry.label)} placement="right">
          <Link to={entry.to} aria-current={here} aria-label={label(entry.label)}>
            <Icon size={18} aria-hidden />
          </Link>
        </Tooltip>
      );
    }
    return (
      <Link key={entry.to} to={entry.to} className={sub ? "sub" : undefined} aria-current={here} onClick={onOpen}>
        {!sub && <Icon size={16} aria-hidden />}
        {label(entry.label)}
        <Count entry={entry} />
      </Link>
    );
  };

  const draw = (section: Section) => {
    if ("entry" in section) return link(section.entry, false);
    const { group, entries } = section;
    if (form === "rail") return link({ ...entries[0]!, icon: group.icon }, false);
    const Icon = group.icon;
    return (
      <div key={group.id} role="group" aria-label={label(group.label)}>
        <div className="group">
          <Icon size={16} aria-hidden />
          {label(group.label)}
        </div>
        {entries.map((entry) => link(entry, true))}
      </div>
    );
  };

  return (
    <nav className={`nav ${form}${form === "rail" ? " docked" : ""}`} aria-label={w.menu}>
      {parts.map(draw)}
      {apart.length > 0 && <hr />}
      {apart.map(draw)}
    </nav>
  );
}
