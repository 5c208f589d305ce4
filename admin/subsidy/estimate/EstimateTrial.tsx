import Button from "@mui/material/Button";
import { RotateCcw, Save } from "lucide-react";
import { HttpError } from "react-admin";
import { useState } from "react";
import { useChange } from "../../generic/use-change";
import { useAsOf } from "../../platform/as-of";
import { useWords } from "../../platform/language";
import { resourceOf, type Row } from "../../platform/model";
import { Note } from "../../platform/ui/Note";
import { Bones, Failed } from "../../platform/ui/states";
import { isAskable, type Assumptions } from "../need/assumptions";
import { AssumptionsForm } from "../need/AssumptionsForm";
import { words } from "./estimate.words";
import { AssumedSentences, NeedTable } from "../need/NeedTable";
import { useNeed } from "../need/use-need";

interface EstimateTrialProps {
  row: Row;
  kept: Assumptions;
  mayChange: boolean;
}

const RESOURCE = resourceOf("subsidyEstimate");
const isSame = (left: Assumptions, right: Assumptions): boolean => JSON.stringify(left) === JSON.stringify(right);

/** A draft's assumptions beside what they come to, all payers for comparison; tried first, then saved. */
export function EstimateTrial({ row, kept, mayChange }: EstimateTrialProps) {
  const w = useWords(words);
  const change = useChange(RESOURCE);
  const { date } = useAsOf();
  const [tried, setTried] = useState(kept);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const { data, error, refetch, isAsked, isOld } = useNeed(tried);
  const need = data?.subsidyNeed;
  const save = async (): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    const { baseFrom, baseTo, growthPercent, sharePercent, channels } = tried;
    try {
      await change.update({ baseFrom, baseTo, growthPercent, sharePercent, channels }, row, "", { asOf: date });
    } catch (failure) {
      if (!(failure instanceof HttpError)) throw failure;
      setRefusal(String(failure.message));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="with-aside">
      <section className="card" aria-label={w.payer} aria-busy={isOld}>
        {error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : !isAsked && !need ? (
          <p className="card-body muted">{w.notYet}</p>
        ) : need ? (
          <NeedTable need={need} opened={(row.payer as Row | null)?.id} />
        ) : (
          <Bones lines={8} />
        )}
      </section>
      <aside className="stack" aria-label={w.assumptions}>
        {mayChange && (
          <section className="card card-body stack">
            <h2>{w.assumptions}</h2>
            <AssumptionsForm value={tried} onChange={setTried} />
            {!isSame(tried, kept) && (
              <>
                <Note kind="changed">{w.unsaved}</Note>
                <div className="row wrap">
                  <Button
                    variant="contained"
                    disabled={busy || !isAskable(tried)}
                    startIcon={<Save size={16} />}
                    onClick={() => void save()}
                  >
                    {w.save}
                  </Button>
                  <Button variant="outlined" startIcon={<RotateCcw size={16} />} onClick={() => setTried(kept)}>
                    {w.putBack}
                  </Button>
                </div>
              </>
            )}
            {refusal && <Note kind="error">{refusal}</Note>}
          </section>
        )}
        {need && (
          <section className="card card-body stack">
            <h2>{w.all}</h2>
            <AssumedSentences need={need} />
          </section>
        )}
      </aside>
    </div>
  );
}
