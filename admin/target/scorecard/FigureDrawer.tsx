import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { Target, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import { useLanguage, useWords } from "../../platform/language";
import { Bones, Failed } from "../../platform/ui/states";
import { Demo } from "../../platform/ui/Status";
import { spanName } from "../span";
import { words as shared } from "../target.words";
import { useNames } from "../use-names";
import type { TargetView } from "../use-span";
import { FigureGaps } from "./FigureGaps";
import { FigureLines } from "./FigureLines";
import { FigureSum, RuleBlock, ShortfallNote } from "./FigureParts";
import { FigurePublished } from "./FigurePublished";
import { words } from "./scorecard.words";
import { useFigure } from "./use-figure";

interface FigureDrawerProps {
  view: TargetView;
  agency: string | null;
  criterion: string;
  onClose: () => void;
}

/** Beside the table: numerator, denominator, rule, rows and shortfall of one figure, always in this order. */
export function FigureDrawer({ view, agency, criterion, onClose }: FigureDrawerProps) {
  const w = useWords(words);
  const s = useWords(shared);
  const language = useLanguage();
  const name = useNames();
  const { figure, isMissing, error, refetch } = useFigure(view, agency, criterion);
  const heading = useRef<HTMLHeadingElement>(null);
  const reading = view.get("reading");
  useEffect(() => heading.current?.focus({ preventScroll: true }), [agency, criterion, reading]);
  const title = figure?.card.agency ? name(figure.card.agency) : s.province;
  return (
    <aside
      className="figure-drawer"
      role="dialog"
      aria-label={w.ofAgency(criterion, title)}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <div className="figure-head">
        <div className="grow">
          <div className="crumb">
            {criterion}
            {figure && ` · ${name(figure.criterion)}`} · {spanName(view.span, language)}
          </div>
          <h2 ref={heading} tabIndex={-1}>
            {agency && !figure ? "…" : title} {figure?.card.isDemo && <Demo />}
          </h2>
        </div>
        <IconButton aria-label={w.close} onClick={onClose}>
          <X size={16} />
        </IconButton>
      </div>
      <div className="figure-body">
        {error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : isMissing ? (
          <p className="note">{w.notApplicable}</p>
        ) : !figure ? (
          <Bones lines={8} />
        ) : (
          <>
            <FigureSum figure={figure} />
            <ShortfallNote figure={figure} />
            <RuleBlock figure={figure} view={view} />
            <FigureLines key={`${agency}-${criterion}`} figure={figure} view={view} />
            <FigureGaps card={figure.card} view={view} />
          </>
        )}
      </div>
      <div className="figure-foot">
        <span className="hint grow">{figure && <FigurePublished card={figure.card} />}</span>
        <Button
          component={Link}
          to={view.link("/take", { criterion, agency })}
          variant="outlined"
          startIcon={<Target size={16} />}
        >
          {w.take}
        </Button>
      </div>
    </aside>
  );
}
