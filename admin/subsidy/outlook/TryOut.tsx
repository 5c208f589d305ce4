import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useState, type FormEvent } from "react";
import { ReferencePicker } from "../../generic/ReferencePicker";
import { formatVnd } from "../../platform/format";
import { request, ServerError } from "../../platform/graphql";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { Note } from "../../platform/ui/Note";
import { EFFECT, type Effect } from "./outlook.graphql";
import { words } from "./outlook.words";

const decimalOf = (typed: string): string | null => typed.trim().replace(",", ".") || null;

/** What a change of rates, share or catalog would cost until the year's end. */
export function TryOut({ program, asOf }: { program: string; asOf: string }) {
  const w = useWords(words);
  const language = useLanguage();
  const [rate, setRate] = useState("");
  const [share, setShare] = useState("");
  const [procedure, setProcedure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [effect, setEffect] = useState<Effect>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setEffect(undefined);
    if (!decimalOf(rate) && !decimalOf(share) && !procedure) return setRefusal(w.empty);
    setBusy(true);
    setRefusal(undefined);
    try {
      const { subsidyEffect } = await request<{ subsidyEffect: Effect }>(EFFECT, {
        ...{ program, asOf, ratePercent: decimalOf(rate), sharePercent: decimalOf(share) },
        moveToPost: procedure ? [procedure] : null,
      });
      setEffect(subsidyEffect);
    } catch (error) {
      setRefusal(error instanceof ServerError ? error.in(language) : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="stack try-out" aria-labelledby="try-out">
      <h3 id="try-out">{w.tryOut}</h3>
      <p className="hint">{w.tryLead}</p>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={w.ratePercent}
          value={rate}
          onChange={(event) => setRate(event.target.value)}
          slotProps={{ htmlInput: { inputMode: "decimal" } }}
        />
        <TextField
          label={w.share}
          value={share}
          onChange={(event) => setShare(event.target.value)}
          slotProps={{ htmlInput: { inputMode: "decimal" } }}
        />
        <ReferencePicker target="procedure" label={w.moved} value={procedure} onChange={setProcedure} />
        <Button type="submit" variant="outlined" disabled={busy}>
          {w.go}
        </Button>
      </form>
      {refusal && <Note kind="error">{refusal}</Note>}
      <div aria-live="polite">{effect && <Outcome effect={effect} />}</div>
    </section>
  );
}

function Outcome({ effect }: { effect: Effect }) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const { differenceVnd, yearBeforeVnd, yearAfterVnd } = effect;
  if (differenceVnd === null || yearBeforeVnd === null || yearAfterVnd === null)
    return <Note kind="plain">{w.effectUnknown}</Note>;
  const difference = BigInt(differenceVnd);
  const size = formatVnd(difference < 0n ? -difference : difference, language);
  const said = difference === 0n ? w.effectNone : difference > 0n ? w.effectMore(size) : w.effectLess(size);
  return (
    <Note kind={difference > 0n ? "changed" : "info"}>
      <b>{said}.</b> {w.effectYear(formatVnd(yearBeforeVnd, language), formatVnd(yearAfterVnd, language))}
      <span className="block hint">{effect.assumptions.map(label).join(" ")}</span>
    </Note>
  );
}
