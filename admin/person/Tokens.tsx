import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import FormControlLabel from "@mui/material/FormControlLabel";
import TextField from "@mui/material/TextField";
import { useQueryClient } from "@tanstack/react-query";
import { Check, Copy, KeyRound, Plus, Trash2 } from "lucide-react";
import { useState, type FormEvent } from "react";
import { useNotify } from "react-admin";
import { formatDate, formatMoment } from "../platform/format";
import { request, ServerError } from "../platform/graphql";
import { useLanguage, useWords } from "../platform/language";
import { DateBox } from "../platform/ui/DateBox";
import { Note } from "../platform/ui/Note";
import { Bones, Empty, Failed } from "../platform/ui/states";
import { Page } from "../platform/ui/Page";
import { useGraphql } from "../platform/use-graphql";
import { words } from "./tokens.words";

interface Token {
  id: string;
  name: string;
  createdAt: string;
  mayChange: boolean;
  expiresOn: string | null;
  lastUsedAt: string | null;
}

const TOKENS = "query Tokens { viewer { tokens { id name createdAt mayChange expiresOn lastUsedAt } } }";
const CREATE =
  "mutation CreateToken($name: String!, $expiresOn: Date, $mayChange: Boolean!) { createToken(name: $name, expiresOn: $expiresOn, mayChange: $mayChange) { id secret } }";
const REVOKE = "mutation RevokeToken($id: ID!) { revokeToken(id: $id) }";

/** Makes a key and shows its secret once. */
function CreateToken({ open, onClose }: { open: boolean; onClose: () => void }) {
  const w = useWords(words);
  const language = useLanguage();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [expiresOn, setExpiresOn] = useState<string | null>(null);
  const [mayChange, setMayChange] = useState(false);
  const [unreadable, setUnreadable] = useState<string>();
  const [secret, setSecret] = useState<string>();
  const [copied, setCopied] = useState(false);
  const [error, setError] = useState<ServerError>();

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (unreadable) return;
    setError(undefined);
    try {
      const asked = { name: name.trim(), expiresOn, mayChange };
      const data = await request<{ createToken: { secret: string } }>(CREATE, asked);
      setSecret(data.createToken.secret);
      await queries.invalidateQueries();
    } catch (failure) {
      if (!(failure instanceof ServerError)) throw failure;
      setError(failure);
    }
  };
  const close = (): void => {
    onClose();
    setSecret(undefined);
    setCopied(false);
    setName("");
    setExpiresOn(null);
    setMayChange(false);
  };

  return (
    <Dialog open={open} onClose={secret ? undefined : close} maxWidth="sm" fullWidth>
      <DialogTitle>{secret ? w.ready : w.create}</DialogTitle>
      {secret ? (
        <>
          <DialogContent className="stack">
            <Note kind="changed">{w.once}</Note>
            <div className="row">
              <pre className="source grow" tabIndex={0} aria-label={w.secret}>
                {secret}
              </pre>
              <Button
                variant="contained"
                startIcon={copied ? <Check size={16} /> : <Copy size={16} />}
                onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}
              >
                {copied ? w.copied : w.copy}
              </Button>
            </div>
          </DialogContent>
          <DialogActions>
            <Button variant="outlined" onClick={close}>
              {w.done}
            </Button>
          </DialogActions>
        </>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <DialogContent className="stack">
            <TextField
              label={w.name}
              value={name}
              required
              autoFocus
              helperText={w.nameHelp}
              onChange={(event) => setName(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 100 } }}
            />
            <DateBox
              label={w.expires}
              width={180}
              value={expiresOn}
              onChange={setExpiresOn}
              onReading={setUnreadable}
              help={w.expiresHelp}
            />
            <div>
              <FormControlLabel
                control={<Checkbox checked={mayChange} onChange={(event) => setMayChange(event.target.checked)} />}
                label={w.mayChange}
              />
              <p className="hint">{w.mayChangeHelp}</p>
            </div>
            {error && <Note kind="error">{error.in(language)}</Note>}
          </DialogContent>
          <DialogActions>
            <Button variant="outlined" onClick={close}>
              {w.back}
            </Button>
            <Button type="submit" variant="contained" disabled={name.trim() === ""}>
              {w.create}
            </Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}

/** Keys by which programs read what their owner may read, and change it where that was asked for. */
export function Tokens() {
  const w = useWords(words);
  const language = useLanguage();
  const notify = useNotify();
  const queries = useQueryClient();
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<Token>();
  const { data, error, isPending, refetch } = useGraphql<{ viewer: { tokens: Token[] } | null }>(TOKENS);
  const tokens = data?.viewer?.tokens ?? [];
  const createButton = (
    <Button variant="contained" startIcon={<Plus size={16} />} onClick={() => setCreating(true)}>
      {w.create}
    </Button>
  );
  const revoke = async (token: Token): Promise<void> => {
    setRevoking(undefined);
    try {
      await request(REVOKE, { id: token.id });
      await queries.invalidateQueries();
      notify(w.revoked(token.name), { type: "info" });
    } catch (failure) {
      notify(failure instanceof ServerError ? failure.in(language) : String(failure), { type: "error" });
    }
  };
  return (
    <Page title={w.title} lead={w.lead} actions={createButton}>
      <section className="card" aria-label={w.title}>
        {error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : isPending ? (
          <Bones />
        ) : tokens.length === 0 ? (
          <Empty icon={KeyRound} title={w.none} actions={createButton}>
            {w.noneHelp}
          </Empty>
        ) : (
          <div className="scroll-x">
            <table className="rows folding still">
              <thead>
                <tr>
                  <th>{w.name}</th>
                  <th>{w.rights}</th>
                  <th>{w.createdAt}</th>
                  <th>{w.expires}</th>
                  <th>{w.lastUsed}</th>
                  <th>
                    <span className="seen-by-readers">{w.revoke}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {tokens.map((token) => (
                  <tr key={token.id}>
                    <td className="lead-cell named">{token.name}</td>
                    <td className="nowrap">{token.mayChange ? w.changes : w.reads}</td>
                    <td className="nowrap">{formatMoment(token.createdAt)}</td>
                    <td className="nowrap">
                      {token.expiresOn ? formatDate(token.expiresOn) : <span className="hint">{w.never}</span>}
                    </td>
                    <td className="nowrap">
                      {token.lastUsedAt ? formatMoment(token.lastUsedAt) : <span className="hint">{w.unused}</span>}
                    </td>
                    <td className="number">
                      <Button
                        variant="outlined"
                        color="error"
                        startIcon={<Trash2 size={16} />}
                        onClick={() => setRevoking(token)}
                      >
                        {w.revoke}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <CreateToken open={creating} onClose={() => setCreating(false)} />
      <Dialog open={Boolean(revoking)} onClose={() => setRevoking(undefined)} maxWidth="sm" fullWidth>
        <DialogTitle>{w.revokeTitle(revoking?.name ?? "")}</DialogTitle>
        <DialogContent>{w.revokeText}</DialogContent>
        <DialogActions>
          <Button variant="outlined" onClick={() => setRevoking(undefined)}>
            {w.back}
          </Button>
          <Button variant="contained" color="error" onClick={() => revoking && void revoke(revoking)}>
            {w.revoke}
          </Button>
        </DialogActions>
      </Dialog>
    </Page>
  );
}
