import Button from "@mui/material/Button";
import { CircleCheck, HandCoins, Lock, RotateCcw, Send } from "lucide-react";
import { useState } from "react";
import { useLabel, useWords } from "../../../platform/language";
import { Note } from "../../../platform/ui/Note";
import type { Claim, NextStep } from "./claim-page.graphql";
import { words } from "./claim-page.words";
import { StepDialog } from "./StepDialog";

const ICONS = { submit: Send, check: CircleCheck, return: RotateCcw, approve: CircleCheck, pay: HandCoins };

/** The buttons of the steps that a claim can go; one that is not mine is locked, and the note below says whose it is. */
export function ClaimActs({ claim, amount, steps }: { claim: Claim; amount: string; steps: readonly NextStep[] }) {
  const w = useWords(words);
  const [asked, setAsked] = useState<NextStep["verb"]>();
  // Whoever has no part in money sees no buttons that they could never press.
  const shown = steps.filter((step) => step.may || step.verb !== "return");
  return (
    <>
      {shown.map(({ verb, may }) => {
        const Shape = may ? ICONS[verb] : Lock;
        return (
          <Button
            key={verb}
            variant={verb === "return" ? "outlined" : "contained"}
            startIcon={<Shape size={16} />}
            disabled={!may}
            onClick={() => setAsked(verb)}
          >
            {w.act[verb]}
          </Button>
        );
      })}
      {asked && <StepDialog claim={claim} amount={amount} verb={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

/** Why the next step is not mine, and whose it is. */
export function WhoseStep({ steps }: { steps: readonly NextStep[] }) {
  const w = useWords(words);
  const label = useLabel();
  const next = steps.find(({ verb }) => verb !== "return");
  if (!next || next.may) return null;
  const names = next.people.map(({ name }) => name).join(", ");
  return (
    <Note kind="info" icon={Lock}>
      <b>{next.refusal ? label(next.refusal) : ""}</b> {names ? w.who(names) : w.nobody}
    </Note>
  );
}
