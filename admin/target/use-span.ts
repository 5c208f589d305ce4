import { useSearchParams } from "react-router";
import { useAsOf } from "../platform/as-of";
import { kindOf, lastWholeYear, type Span } from "./span";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What a page of targets looks at, as its address holds it: shared by copying it, left by the browser's way back. */
export interface TargetView {
  span: Span;
  /** "today" judges by the tree of the working date; otherwise by that of the span's last day. */
  structure: "then" | "today";
  /** The variables that all its queries share. */
  variables: { from: string; to: string; targetSet: string | null; structure: string | null };
  get: (part: string) => string | null;
  /** Changes parts of the address; null takes one out. `replace` leaves no step to go back to. */
  set: (parts: Record<string, string | null>, replace?: boolean) => void;
  setSpan: (span: Span) => void;
  /** The address of another page, or of this one, with the same span. */
  link: (path: string, parts?: Record<string, string | null>) => string;
}

/** The parts of an address that hold for every page of targets. */
const KEPT = ["from", "to", "span", "structure", "set"];

export function useTargetView(): TargetView {
  const { date, workingDate } = useAsOf();
  const [params, setParams] = useSearchParams();
  const [from, to] = [params.get("from"), params.get("to")];
  const span: Span =
    from && to && DATE.test(from) && DATE.test(to) && from <= to
      ? { from, to, kind: kindOf(from, to, params.get("span")) }
      : lastWholeYear(date);
  const structure = params.get("structure") === "today" ? "today" : "then";
  const set: TargetView["set"] = (parts, replace) => {
    setParams(
      (now) => {
        for (const [part, value] of Object.entries(parts)) {
          if (value === null) now.delete(part);
          else now.set(part, value);
        }
        return now;
      },
      { replace },
    );
  };
  return {
    span,
    structure,
    variables: {
      from: span.from,
      to: span.to,
      targetSet: params.get("set"),
      structure: structure === "today" ? workingDate : null,
    },
    get: (part) => params.get(part) || null,
    set,
    setSpan: (next) =>
      set({ from: next.from, to: next.to, span: next.kind === "TWELVE_MONTHS" ? next.kind : null }, true),
    link: (path, parts = {}) => {
      const address = new URLSearchParams();
      for (const part of KEPT) if (params.has(part)) address.set(part, params.get(part)!);
      for (const [part, value] of Object.entries(parts)) {
        if (value === null) address.delete(part);
        else address.set(part, value);
      }
      const text = address.toString();
      return text ? `${path}?${text}` : path;
    },
  };
}
