import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import {
  ArrowRight,
  Building2,
  ChartColumn,
  Eye,
  EyeOff,
  Landmark,
  Library,
  Mail,
  ShieldCheck,
  Wallet,
  type LucideIcon,
} from "lucide-react";
import { useEffect, useState, type FormEvent } from "react";
import { useLogin } from "react-admin";
import { Navigate } from "react-router";
import { useQuery } from "@tanstack/react-query";
import { ServerError } from "../platform/graphql";
import { useLanguage, useWords } from "../platform/language";
import { LanguageSwitch } from "../platform/layout/LanguageSwitch";
import { Notification } from "../platform/layout/Notification";
import { roleWords } from "../platform/layout/words";
import { Strip } from "../platform/layout/Strip";
import { useSite } from "../platform/site";
import { Mark } from "../platform/ui/Mark";
import { Note } from "../platform/ui/Note";
import { loadViewer, type Role } from "../platform/viewer";
import { words } from "./sign-in.words";

const ROLE_ICONS: Record<Role, LucideIcon> = {
  ADMINISTRATOR: ShieldCheck,
  CATALOG: Library,
  AGENCY: Building2,
  FINANCE: Wallet,
  POST: Mail,
  LEADER: Landmark,
  REPORTER: ChartColumn,
};

/** One button per role of the demo: nobody needs a password to try. */
function DemoRoles({ roles, busy, onChoose }: { roles: Role[]; busy: boolean; onChoose: (role: Role) => void }) {
  const w = useWords(words);
  const names = useWords(roleWords);
  return (
    <>
      <div className="or">
        <span>{w.demoWay}</span>
      </div>
      <ul className="roles">
        {roles.map((role) => {
          const Icon = ROLE_ICONS[role];
          return (
            <li key={role}>
              <button type="button" disabled={busy} onClick={() => onChoose(role)}>
                <Icon size={16} aria-hidden />
                <span className="grow">
                  <b>{names[role]}</b>
                  <small>{w.does[role]}</small>
                </span>
                <ArrowRight size={14} aria-hidden />
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The way in: an address and a password, or in the demo one of the roles. */
export function SignIn() {
  const w = useWords(words);
  const language = useLanguage();
  const site = useSite();
  const login = useLogin();
  const { data: viewer } = useQuery({ queryKey: ["viewer", "at sign-in"], queryFn: loadViewer, gcTime: 0 });
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [seen, setSeen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ServerError>();

  useEffect(() => {
    document.title = `${w.title} · Danh Mục`;
    document.documentElement.lang = language;
  }, [w, language]);

  if (viewer) return <Navigate to="/" replace />;

  const enter = async (credentials: object): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await login(credentials);
    } catch (failure) {
      setError(failure instanceof ServerError ? failure : undefined);
      setBusy(false);
    }
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void enter({ email: email.trim(), password });
  };

  return (
    <div className="frame">
      <a className="skip" href="#main">
        {w.skip}
      </a>
      <Strip />
      <main id="main" className="sign-in">
        <section className="welcome">
          <div className="row" style={{ gap: 10, font: "600 16px/24px var(--font)" }}>
            <Mark size={28} />
            Danh Mục
          </div>
          <div className="stack" style={{ gap: 10, margin: "auto 0" }}>
            <h1>{w.promise}</h1>
            <p>{w.promiseMore}</p>
          </div>
          <p className="hint">{w.office}</p>
        </section>
        <section className="way-in">
          <div className="box">
            <h2>{w.title}</h2>
            <form className="stack" onSubmit={submit}>
              <TextField
                label={w.email}
                type="email"
                autoComplete="username"
                value={email}
                required
                onChange={(event) => setEmail(event.target.value)}
              />
              <TextField
                label={w.password}
                type={seen ? "text" : "password"}
                autoComplete="current-password"
                value={password}
                required
                onChange={(event) => setPassword(event.target.value)}
                slotProps={{
                  input: {
                    endAdornment: (
                      <InputAdornment position="end">
                        <IconButton edge="end" aria-label={seen ? w.hide : w.reveal} onClick={() => setSeen(!seen)}>
                          {seen ? <EyeOff size={16} /> : <Eye size={16} />}
                        </IconButton>
                      </InputAdornment>
                    ),
                  },
                }}
              />
              {error && (
                <Note kind="error">
                  <b>{error.in(language)}</b>
                  {error.code === "SIGN_IN" && <div>{w.hint}</div>}
                </Note>
              )}
              <Button type="submit" variant="contained" disabled={busy} sx={{ height: 36 }}>
                {w.title}
              </Button>
            </form>
            {site.isDemo && site.demoRoles.length > 0 && (
              <DemoRoles roles={site.demoRoles} busy={busy} onChoose={(role) => void enter({ role })} />
            )}
            <div className="row wrap">
              <span className="hint grow">{site.isDemo ? w.invented : ""}</span>
              <LanguageSwitch />
            </div>
          </div>
        </section>
      </main>
      <Notification />
    </div>
  );
}
