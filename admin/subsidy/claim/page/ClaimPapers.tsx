import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useQueryClient } from "@tanstack/react-query";
import { CircleCheck, CircleDashed, Paperclip, X } from "lucide-react";
import { useRef, useState, type ReactNode } from "react";
import { useNotify } from "react-admin";
import { formatDate, formatDecimal, formatNumber } from "../../../platform/format";
import { useLabel, useLanguage, useWords } from "../../../platform/language";
import { fieldOf, resourceOf } from "../../../platform/model";
import { Note } from "../../../platform/ui/Note";
import { useVerb } from "../../use-verb";
import { attach } from "./attach";
import { DETACH, type Claim } from "./claim-page.graphql";
import { words } from "./claim-page.words";

/** What goes with a claim: contract, acceptance minutes, invoice, and the files attached. */
export function ClaimPapers({ claim, mayAttach }: { claim: Claim; mayAttach: boolean }) {
  const w = useWords(words);
  const language = useLanguage();
  const { contract, minutes, acceptedOn, invoiceNumber, invoicePrice, vatVnd, vatPercent } = claim;
  const price = invoicePrice === null ? "" : `, ${invoicePrice === "WITH_VAT" ? w.withVat : w.withoutVat}`;
  return (
    <section className="card card-body stack tight" aria-labelledby="claim-papers">
      <h2 id="claim-papers">{w.papers}</h2>
      <ul className="papers">
        <Paper text={contract && w.contract(contract)} otherwise={w.noContract} />
        <Paper text={minutes && w.minutes(minutes, formatDate(acceptedOn))} otherwise={w.noMinutes} />
        <Paper text={invoiceNumber && `${w.invoice(invoiceNumber)}${price}`} otherwise={w.noInvoice} />
      </ul>
      {vatVnd !== null && vatPercent !== null && (
        <p className="hint">{w.vat(formatNumber(vatVnd, language), formatDecimal(vatPercent, language))}</p>
      )}
      <Attachments claim={claim} mayAttach={mayAttach} />
    </section>
  );
}

function Paper({ text, otherwise }: { text: ReactNode; otherwise: string }) {
  return (
    <li className={text ? "there" : "muted"}>
      {text ? <CircleCheck size={16} aria-hidden /> : <CircleDashed size={16} aria-hidden />}
      <span>{text || otherwise}</span>
    </li>
  );
}

function Attachments({ claim, mayAttach }: { claim: Claim; mayAttach: boolean }) {
  const w = useWords(words);
  const label = useLabel();
  const isOpen = claim.state === "DRAFT" || claim.state === "RETURNED";
  const kinds = fieldOf(resourceOf("claimAttachment"), "kind")?.kind.choices ?? [];
  const { run, busy, refusal } = useVerb(() => undefined);
  return (
    <>
      <ul className="papers">
        {claim.attachments.items.map(({ id, kind, name }) => (
          <li key={id}>
            <Paperclip size={16} aria-hidden />
            <span className="grow">
              <a className="in-text" href={`/api/claim-attachments/${id}`} download={name}>
                {name}
              </a>
              <small className="block muted">
                {label(kinds.find(({ value }) => value === kind) ?? { vi: kind, en: kind })}
              </small>
            </span>
            {mayAttach && isOpen && (
              <IconButton
                size="small"
                aria-label={w.detach(name)}
                title={w.detach(name)}
                disabled={busy}
                onClick={() => void run(DETACH, { id }, () => w.detached(name))}
              >
                <X size={16} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {refusal && <Note kind="error">{refusal.text}</Note>}
      {mayAttach && claim.state !== "PAID" && <AttachForm claim={claim} kinds={kinds} />}
    </>
  );
}

function AttachForm({ claim, kinds }: { claim: Claim; kinds: readonly { value: string; vi: string; en: string }[] }) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const notify = useNotify();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState("CONTRACT");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const send = async (file: File): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    const refused = await attach(claim.id, kind, file);
    setBusy(false);
    if (refused) return setRefusal(refused.in(language));
    await queries.invalidateQueries();
    notify(w.attached(file.name), { type: "info" });
  };
  return (
    <div className="attach">
      <TextField
        select
        size="small"
        label={w.attachKind}
        value={kind}
        onChange={(event) => setKind(event.target.value)}
      >
        {kinds.map((choice) => (
          <MenuItem key={choice.value} value={choice.value}>
            {label(choice)}
          </MenuItem>
        ))}
      </TextField>
      <input
        ref={input}
        type="file"
        hidden
        accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx"
        aria-label={w.attach}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) void send(file);
        }}
      />
      <Button
        variant="outlined"
        disabled={busy}
        startIcon={<Paperclip size={16} />}
        onClick={() => input.current?.click()}
      >
        {w.attach}
      </Button>
      <small className="hint">{w.attachHelp}</small>
      {refusal && <Note kind="error">{refusal}</Note>}
    </div>
  );
}
