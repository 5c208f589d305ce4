import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { NoRight } from "../../generic/NoRight";
import { ReferencePicker } from "../../generic/ReferencePicker";
import { CreateForm } from "../../generic/ResourceCreate";
import { useAsOf } from "../../platform/as-of";
import { useLanguage, useWords } from "../../platform/language";
import { resourceOf } from "../../platform/model";
import { Note } from "../../platform/ui/Note";
import { useGraphql } from "../../platform/use-graphql";
import { useMay, useViewer } from "../../platform/viewer";
import { CLAIM_START, type ClaimProgram, type ClaimStart } from "./claim.graphql";
import {
  adjustingClaim,
  claimOf,
  claimWindows,
  filledClaim,
  nextWindow,
  windowName,
  type ClaimWindow,
} from "./claim-windows";
import { words } from "./claim.words";

const RESOURCE = resourceOf("subsidyClaim");

/** What choosing program and period decides. */
const DECIDED: ReadonlySet<string> = new Set(["program", "kind", "adjusts"]);

/** A new claim: of a program, for one of its periods, filled with what both tell. */
export function ClaimCreate() {
  const may = useMay();
  const w = useWords(words);
  const viewer = useViewer();
  const { workingDate } = useAsOf();
  const [given, setGiven] = useSearchParams();
  const id = given.get("program");
  const chosen = given.get("from");
  const isAdjusting = given.has("adjusts");
  const { data } = useGraphql<ClaimStart>(CLAIM_START, { program: id }, { enabled: id !== null });
  const program = data?.subsidyProgram ?? undefined;
  const windows = useMemo(() => (program ? claimWindows(program.fiscalYear, program.claimPeriod) : []), [program]);
  const window =
    windows.find(({ from }) => from === chosen) ?? nextWindow(windows, program?.claims.items ?? [], workingDate);
  const filled = useMemo(() => {
    if (!program || !viewer) return undefined;
    if (isAdjusting) return adjustingClaim(program, given.get("adjusts")!);
    return filledClaim(program, window, { agency: viewer.agency, isPayer: viewer.roles.includes("FINANCE") });
  }, [program, window, viewer, isAdjusting, given]);
  if (!may("subsidyClaim.change")) return <NoRight resource={RESOURCE} />;
  const set = (parts: Record<string, string | null>): void =>
    setGiven(
      Object.entries({ program: id, from: window?.from ?? null, ...parts }).filter(
        (part): part is [string, string] => part[1] !== null,
      ),
      { replace: true },
    );
  return (
    <CreateForm
      resource={RESOURCE}
      filled={filled}
      without={isAdjusting ? undefined : DECIDED}
      above={
        isAdjusting ? undefined : (
          <section className="card card-body stack" aria-label={w.from}>
            <h2>{w.from}</h2>
            <ReferencePicker
              target="subsidyProgram"
              label={w.program}
              value={id}
              onChange={(next) => set({ program: next, from: null })}
            />
            {program && (
              <Periods program={program} windows={windows} chosen={window} onChoose={(from) => set({ from })} />
            )}
            {data && !program && <Note kind="error">{w.missing}</Note>}
            <p className="hint">{w.hint}</p>
          </section>
        )
      }
    />
  );
}

interface PeriodsProps {
  program: ClaimProgram;
  windows: readonly ClaimWindow[];
  chosen: ClaimWindow | undefined;
  onChoose: (from: string) => void;
}

/** The claim periods of the program's year; those that are claimed already say by which claim. */
function Periods({ program, windows, chosen, onChoose }: PeriodsProps) {
  const w = useWords(words);
  const language = useLanguage();
  const { workingDate } = useAsOf();
  const claims = program.claims.items;
  return (
    <>
      <div className="cuts plain" role="group" aria-label={w.period}>
        {windows.map((window) => {
          const former = claimOf(window, claims);
          const state = former ? w.claimed(former.code) : window.to >= workingDate ? w.running : null;
          return (
            <button
              key={window.from}
              type="button"
              aria-pressed={window === chosen}
              disabled={former !== undefined}
              onClick={() => onChoose(window.from)}
            >
              {windowName(window, program, language)}
              {state && <span className="hint"> {state}</span>}
            </button>
          );
        })}
      </div>
      {windows.every((window) => claimOf(window, claims)) && <Note kind="info">{w.allClaimed}</Note>}
    </>
  );
}
