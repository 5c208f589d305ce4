import Drawer from "@mui/material/Drawer";
import IconButton from "@mui/material/IconButton";
import useMediaQuery from "@mui/material/useMediaQuery";
import { Menu as MenuIcon, Search, X } from "lucide-react";
import { createContext, Suspense, useContext, useEffect, useState, type ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { RunningJobs } from "../jobs/RunningJobs";
import { useLabel, useLanguage, useWords } from "../language";
import type { MenuEntry } from "../noun";
import { ErrorBoundary } from "../ui/ErrorPage";
import { Mark } from "../ui/Mark";
import { Bones } from "../ui/states";
import { useViewer, type Role } from "../viewer";
import { Finder } from "./Finder";
import { LanguageSwitch } from "./LanguageSwitch";
import { currentEntry, Nav, useMenu } from "./Nav";
import { Offline } from "./Offline";
import { PersonMenu } from "./PersonMenu";
import { SessionEnded } from "./SessionEnded";
import { Strip } from "./Strip";
import { words } from "./words";

/** What the frame needs to know of the nouns. */
export interface Frame {
  menu: MenuEntry[];
  /** Resources that the search box looks in. */
  searched: string[];
}

export const FrameContext = createContext<Frame>({ menu: [], searched: [] });

/** Pages that need the width have the narrow rail instead of the menu. */
const isWide = (menu: MenuEntry[], pathname: string): boolean =>
  pathname.endsWith("/grid") || (currentEntry(menu, pathname)?.isWide ?? false);

/** The four entries of a phone's bar: those that are meant for the role, then the first of the menu. */
function barEntries(shown: MenuEntry[], role: Role | undefined): MenuEntry[] {
  const meant = shown
    .filter((entry) => role && entry.onBar?.roles.includes(role))
    .sort((left, right) => left.onBar!.place - right.onBar!.place);
  return [...meant, ...shown.filter((entry) => !meant.includes(entry) && !entry.isBarOnly)].slice(0, 4);
}

function BottomBar({ menu }: { menu: MenuEntry[] }) {
  const w = useWords(words);
  const label = useLabel();
  const { pathname } = useLocation();
  const shown = useMenu(menu);
  const role = useViewer()?.roles[0];
  const current = currentEntry(shown, pathname);
  return (
    <nav className="bottom-bar" aria-label={`${w.menu} 2`}>
      {barEntries(shown, role).map((entry) => {
        const Icon = entry.icon;
        return (
          <Link key={entry.to} to={entry.to} aria-current={entry === current ? "page" : undefined}>
            <Icon size={20} aria-hidden />
            {label(entry.shortLabel ?? entry.label)}
          </Link>
        );
      })}
    </nav>
  );
}

/** The frame of every page: strip, bar, menu, content. */
export function Layout({ children }: { children?: ReactNode }) {
  const w = useWords(words);
  const language = useLanguage();
  const { menu, searched } = useContext(FrameContext);
  const { pathname } = useLocation();
  const narrow = useMediaQuery("(max-width: 900px)");
  const phone = useMediaQuery("(max-width: 700px)");
  const [drawer, setDrawer] = useState(false);
  const [finding, setFinding] = useState(false);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const brand = (
    <Link className="brand" to="/">
      <Mark />
      Danh Mục
    </Link>
  );

  return (
    <div className="frame">
      <a className="skip" href="#main">
        {w.skip}
      </a>
      <Strip />
      <header className="bar">
        {narrow && (
          <IconButton aria-label={w.openMenu} onClick={() => setDrawer(true)} sx={{ width: 44, height: 44 }}>
            <MenuIcon size={20} />
          </IconButton>
        )}
        {phone && finding ? (
          <>
            <Finder resources={searched} autoFocus onFound={() => setFinding(false)} />
            <IconButton aria-label={w.close} onClick={() => setFinding(false)} sx={{ width: 44, height: 44 }}>
              <X size={20} />
            </IconButton>
          </>
        ) : (
          <>
            {brand}
            {!phone && <Finder resources={searched} />}
            <span className="grow" />
            {phone && (
              <IconButton aria-label={w.searchLabel} onClick={() => setFinding(true)} sx={{ width: 44, height: 44 }}>
                <Search size={20} />
              </IconButton>
            )}
            <RunningJobs />
            {!phone && <LanguageSwitch short={narrow} />}
            <PersonMenu />
          </>
        )}
      </header>
      <div className="frame-body">
        {!narrow && <Nav menu={menu} form={isWide(menu, pathname) ? "rail" : "docked"} />}
        <main className="main" id="main" tabIndex={-1}>
          <Offline />
          <SessionEnded />
          <ErrorBoundary place={pathname}>
            <Suspense fallback={<Bones />}>{children}</Suspense>
          </ErrorBoundary>
        </main>
      </div>
      {phone && <BottomBar menu={menu} />}
      <Drawer open={drawer} onClose={() => setDrawer(false)} slotProps={{ paper: { "aria-label": w.menu } }}>
        <div className="row" style={{ padding: "8px 8px 0 16px" }}>
          {brand}
          <span className="grow" />
          <IconButton aria-label={w.close} onClick={() => setDrawer(false)} sx={{ width: 44, height: 44 }}>
            <X size={20} />
          </IconButton>
        </div>
        <div style={{ padding: "8px 16px" }}>
          <LanguageSwitch />
        </div>
        <Nav menu={menu} form="drawer" onOpen={() => setDrawer(false)} />
      </Drawer>
    </div>
  );
}
