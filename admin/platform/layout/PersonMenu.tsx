import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { KeyRound, LogOut } from "lucide-react";
import { useState } from "react";
import { useLogout, useNotify } from "react-admin";
import { useAsOf } from "../as-of";
import { ServerError } from "../graphql";
import { useLanguage, useWords } from "../language";
import { useViewer } from "../viewer";
import { PasswordDialog } from "./PasswordDialog";
import { passwordWords, roleWords, words } from "./words";

/** First letters of the last two words: a Vietnamese given name stands last. */
export function initials(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .slice(-2)
    .map((part) => part.charAt(0).toUpperCase())
    .join("");
}

/** Who is signed in, in which role, and the way out. */
export function PersonMenu() {
  const w = useWords(words);
  const roles = useWords(roleWords);
  const viewer = useViewer();
  const passwords = useWords(passwordWords);
  const language = useLanguage();
  const logout = useLogout();
  const notify = useNotify();
  const asOf = useAsOf();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [changing, setChanging] = useState(false);
  if (!viewer) return null;
  const role = viewer.roles[0];
  const leave = async (): Promise<void> => {
    setAnchor(null);
    try {
      await logout();
      asOf.set(asOf.workingDate);
    } catch (failure) {
      const why = failure instanceof ServerError ? failure.in(language) : String(failure);
      notify(`${w.signOutFailed} ${why}`, { type: "error" });
    }
  };
  return (
    <>
      <button
        type="button"
        className="person"
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <span className={`avatar${role === "LEADER" ? " leader" : ""}`} aria-hidden>
          {initials(viewer.person.name)}
        </span>
        <span className="wide-only">
          {viewer.person.name}
          {role && <small>{roles[role]}</small>}
        </span>
        <span className="seen-by-readers narrow-only">{w.account}</span>
      </button>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)}>
        <MenuItem disabled sx={{ opacity: "1 !important" }}>
          <span>
            {viewer.person.name}
            <span className="hint" style={{ display: "block" }}>
              {role ? roles[role] : ""}
            </span>
          </span>
        </MenuItem>
        <MenuItem
          onClick={() => {
            setAnchor(null);
            setChanging(true);
          }}
        >
          <KeyRound size={16} aria-hidden style={{ marginRight: 8 }} />
          {passwords.title}
        </MenuItem>
        <MenuItem onClick={() => void leave()}>
          <LogOut size={16} aria-hidden style={{ marginRight: 8 }} />
          {w.signOut}
        </MenuItem>
      </Menu>
      <PasswordDialog open={changing} onClose={() => setChanging(false)} />
    </>
  );
}
