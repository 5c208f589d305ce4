import Button from "@mui/material/Button";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { Minus, Pencil, Plus, Search } from "lucide-react";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { useSearchParams } from "react-router";
import { useAsOf } from "../platform/as-of";
import { formatDate, formatNumber } from "../platform/format";
import { useLanguage, useWords } from "../platform/language";
import { Segments } from "../platform/ui/Segments";
import { Bones, Empty, Failed } from "../platform/ui/states";
import { Demo } from "../platform/ui/Status";
import { AsOfBar } from "./AsOfBar";
import { words } from "./catalog.words";
import { difference, entriesOn, steps } from "./difference";
import { EntryTable, type EntryLine } from "./EntryTable";
import { matches } from "./search";
import { Timeline } from "./Timeline";
import { useCatalogEntries } from "./use-entries";

type Part = "different" | "new" | "gone" | "changed" | "all";

/** The day compared with and a day to move to, as the page's address carries them. */
function useBase(fallback: string | null): [string | null, (base: string | null) => void] {
  const [given, setGiven] = useSearchParams();
  const asOf = useAsOf();
  const date = given.get("date");
  useEffect(() => {
    if (!date) return;
    asOf.set(date);
    setGiven(
      (now) => {
        now.delete("date");
        return now;
      },
      { replace: true },
    );
  }, [date, asOf, setGiven]);
  const base = given.get("compare") ?? (given.has("alone") ? null : fallback);
  return [
    base,
    (next) =>
      setGiven(
        (now) => {
          now.delete("compare");
          now.delete("alone");
          if (next) now.set("compare", next);
          else if (fallback) now.set("alone", "1");
          return now;
        },
        { replace: true },
      ),
  ];
}

/** What catalogs hold on one day, and how that differs from another day. */
export function CatalogView({
  catalogs,
  compareWith = null,
  head,
}: {
  catalogs: string[];
  compareWith?: string | null;
  head?: ReactNode;
}) {
  const w = useWords(words);
  const language = useLanguage();
  const { date } = useAsOf();
  const [base, setBase] = useBase(compareWith);
  const [part, setPart] = useState<Part>("different");
  const [text, setText] = useState("");
  const { data, error, isPending, refetch } = useCatalogEntries(catalogs, { keep: true });
  const entries = useMemo(() => data?.catalogEntries.items ?? [], [data]);
  const now = useMemo(() => entriesOn(entries, date), [entries, date]);
  const change = useMemo(() => (base ? difference(entries, base, date) : null), [entries, base, date]);
  const passed = useMemo(() => steps(entries), [entries]);
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Bones lines={8} />;

  const number = (value: number): string => formatNumber(value, language);
  const online = data.catalogs.items.length > 0 && data.catalogs.items.every((catalog) => catalog.kind === "ONLINE");
  const byKind: Record<"new" | "gone" | "changed", EntryLine[]> = {
    new: (change?.added ?? []).map((entry) => ({ entry, change: "new" })),
    gone: (change?.removed ?? []).map((entry) => ({ entry, change: "gone" })),
    changed: (change?.amended ?? []).map((pair) => ({ entry: pair.after, before: pair.before, change: "changed" })),
  };
  const different = [...byKind.new, ...byKind.gone, ...byKind.changed];
  const shownPart: Part = change ? part : "all";
  const lines: EntryLine[] =
    shownPart === "all"
      ? now.map((entry) => different.find((line) => line.entry === entry) ?? { entry })
      : shownPart === "different"
        ? different
        : byKind[shownPart];
  const found = lines.filter((line) => matches(line.entry, text));
  const demoSteps = passed.filter((step) => step.decision.certainty === "DEMO");
  const demoNames = demoSteps.map((step) => step.decision.number.replace(/\/.*/, "")).join(", ");

  const bar = (
    <div className="card-head" style={{ paddingLeft: 8 }}>
      {change && (
        <Segments<Part>
          label={w.show}
          value={shownPart}
          options={[
            {
              value: "different",
              text: (
                <>
                  {w.onlyDifferent} <b>{number(different.length)}</b>
                </>
              ),
            },
            {
              value: "new",
              text: (
                <>
                  <Plus size={14} aria-hidden /> {w.add} {number(byKind.new.length)}
                </>
              ),
            },
            {
              value: "gone",
              text: (
                <>
                  <Minus size={14} aria-hidden /> {w.remove} {number(byKind.gone.length)}
                </>
              ),
            },
            {
              value: "changed",
              text: (
                <>
                  <Pencil size={14} aria-hidden /> {w.amend} {number(byKind.changed.length)}
                </>
              ),
            },
            { value: "all", text: w.everything(number(now.length)) },
          ]}
          onChange={setPart}
        />
      )}
      {shownPart === "all" && now.length > 0 && (
        <TextField
          sx={{ width: 260 }}
          value={text}
          placeholder={w.search}
          onChange={(event) => setText(event.target.value)}
          slotProps={{
            htmlInput: { "aria-label": w.search, type: "search" },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <Search size={16} aria-hidden />
                </InputAdornment>
              ),
            },
          }}
        />
      )}
      <span className="grow" />
      {demoSteps.length > 0 ? (
        <span className="row">
          <span className="hint">{w.isDemo(demoNames)}</span> <Demo />
        </span>
      ) : (
        now.some((entry) => entry.certainty === "DEMO") && (
          <span className="row">
            <span className="hint">{w.entriesAreDemo}</span> <Demo />
          </span>
        )
      )}
    </div>
  );

  return (
    <>
      <div className="card">
        {head}
        <AsOfBar base={base} onBase={setBase} difference={change} count={now.length} />
        {passed.length > 0 && <Timeline steps={passed} date={date} base={base} />}
      </div>
      <section className="card">
        {bar}
        {found.length > 0 ? (
          <EntryTable lines={found} contentLabel={online ? w.level : w.legs} />
        ) : shownPart === "all" ? (
          <Empty title={text ? w.nothingFound(text) : w.emptyOn(formatDate(date))}>{text ? "" : w.emptyOnHelp}</Empty>
        ) : (
          <Empty
            title={w.nothingDifferent}
            actions={
              <Button variant="outlined" onClick={() => setPart("all")}>
                {w.showAll(number(now.length))}
              </Button>
            }
          >
            {w.nothingDifferentHelp}
          </Empty>
        )}
        {change && shownPart !== "all" && found.length > 0 && (
          <div className="card-foot">
            {w.same(number(change.same))}{" "}
            <button type="button" className="link" onClick={() => setPart("all")}>
              {w.showAll(number(change.after))}
            </button>
          </div>
        )}
      </section>
    </>
  );
}
