import Button from "@mui/material/Button";
import { FilePlus2 } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { useAsOf } from "../../platform/as-of";
import { formatVnd } from "../../platform/format";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { Page } from "../../platform/ui/Page";
import { Bones, Failed } from "../../platform/ui/states";
import { useMay, useViewer } from "../../platform/viewer";
import { createAddress, usualAssumptions } from "./assumptions";
import { AssumptionsForm } from "./AssumptionsForm";
import { words } from "./need.words";
import { AssumedSentences, NeedTable } from "./NeedTable";
import { useNeed } from "./use-need";
import "../subsidy.css";

/** What next year would cost before any estimate is there: by payer and in all, by what one assumes. */
export function NeedPage() {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const may = useMay();
  const viewer = useViewer();
  const { workingDate } = useAsOf();
  const [assumptions, setAssumptions] = useState(() => usualAssumptions(workingDate));
  const { data, error, refetch, isAsked, isOld } = useNeed(assumptions);
  const need = data?.subsidyNeed;
  const year = Number.isNaN(assumptions.fiscalYear) ? "…" : String(assumptions.fiscalYear);
  const mine = need?.payers.find(({ payer }) => payer && payer.id === viewer?.agency);
  const own = mine ?? (need?.payers.length === 1 ? need.payers[0] : undefined);
  const payerName = own?.payer ? label({ vi: own.payer.nameVi, en: own.payer.nameEn ?? own.payer.nameVi }) : "";
  return (
    <Page
      title={need ? w.needTitle(year, formatVnd(need.totalVnd, language)) : w.needPlain(year)}
      crumbs={[{ text: w.estimates, to: "/subsidyEstimates" }]}
      lead={w.needLead}
      actions={
        may("subsidyEstimate.change") && (
          <Button
            component={Link}
            to={createAddress(
              assumptions,
              own?.payer?.id ?? null,
              own ? w.estimateName(year, payerName) : w.needPlain(year),
            )}
            variant="contained"
            startIcon={<FilePlus2 size={16} />}
          >
            {w.makeEstimate}
          </Button>
        )
      }
    >
      <div className="with-aside">
        <section className="card" aria-label={w.needPlain(year)} aria-busy={isOld}>
          {error ? (
            <Failed error={error} onRetry={() => void refetch()} />
          ) : !isAsked && !need ? (
            <p className="card-body muted">{w.notYet}</p>
          ) : need ? (
            <NeedTable need={need} opened={own?.payer?.id} />
          ) : (
            <Bones lines={8} />
          )}
        </section>
        <aside className="stack" aria-label={w.assumptions}>
          <section className="card card-body stack">
            <h2>{w.assumptions}</h2>
            <AssumptionsForm value={assumptions} onChange={setAssumptions} withYear />
          </section>
          {need && (
            <section className="card card-body stack">
              <h2>{w.all}</h2>
              <AssumedSentences need={need} />
            </section>
          )}
        </aside>
      </div>
    </Page>
  );
}
