import { date, groupDigits } from "../../platform/kinds/all";
import type { Label } from "../../platform/text/label";
import type { Leg } from "../../procedure/channel.rules";

/** Dossiers of a procedure that an agency had at its counter, leg by leg; 0 for a leg that does not count. */
export interface AtCounter {
  procedure: number;
  agency: number;
  volumes: Readonly<Record<Leg, number>>;
}

/** What could close a gap: dossiers of a procedure that an agency has at its counter and that may lawfully go otherwise. */
export interface Candidate {
  procedure: number;
  agency: number;
  /** The leg that may go otherwise. */
  leg: Leg;
  /** Dossiers at the counter of that leg. */
  volume: number;
}

export interface Step extends Candidate {
  gain: number;
  cumulative: number;
}

export interface Taken {
  steps: Step[];
  closes: boolean;
  gained: number;
}

const largestFirst = (a: Candidate, b: Candidate): number =>
  b.volume - a.volume || a.procedure - b.procedure || a.agency - b.agency;

/**
 * What may lawfully go by the channel of what agencies had at their counters. A procedure moves by one leg: that of its
 * being handed in where this is open and anybody hands it in, else that of its result. A leg that is not open is no way,
 * however many there are at its counter.
 */
export function candidatesOf(
  counters: readonly AtCounter[],
  isOpen: (procedure: number, leg: Leg) => boolean,
): Candidate[] {
  const legs = new Map<number, Leg>();
  for (const leg of ["IN", "OUT"] as const)
    for (const { procedure, volumes } of counters)
      if (volumes[leg] > 0 && !legs.has(procedure) && isOpen(procedure, leg)) legs.set(procedure, leg);
  return counters.flatMap(({ procedure, agency, volumes }) => {
    const leg = legs.get(procedure);
    return leg && volumes[leg] > 0 ? [{ procedure, agency, leg, volume: volumes[leg] }] : [];
  });
}

/**
 * The shortest list that closes a shortfall of dossiers: the largest counters first, the last of them no further than is
 * needed. None shorter exists, since no other candidate adds more.
 */
export function takeDossiers(candidates: readonly Candidate[], shortfall: number): Taken {
  const steps: Step[] = [];
  let gained = 0;
  for (const candidate of [...candidates].sort(largestFirst)) {
    if (gained >= shortfall) break;
    const gain = Math.min(candidate.volume, shortfall - gained);
    gained += gain;
    steps.push({ ...candidate, gain, cumulative: gained });
  }
  return { steps, closes: gained >= shortfall, gained };
}

/**
 * The procedures nearest to their first dossier: those with most at their counters. One that nobody asks for at all is no
 * candidate. A procedure of several agencies stands with the one that has most.
 */
export function takeProcedures(candidates: readonly Candidate[], shortfall: number): Taken & { candidates: number } {
  const all = new Map<number, Candidate>();
  for (const candidate of [...candidates].sort(largestFirst)) {
    const known = all.get(candidate.procedure);
    if (known) known.volume += candidate.volume;
    else all.set(candidate.procedure, { ...candidate });
  }
  const sorted = [...all.values()].sort(largestFirst);
  const steps = sorted.slice(0, shortfall).map((candidate, at) => ({ ...candidate, gain: 1, cumulative: at + 1 }));
  return { steps, closes: steps.length >= shortfall, gained: steps.length, candidates: sorted.length };
}

const WAYS: Record<string, Record<Leg, Label>> = {
  POST: {
    IN: { vi: "được gửi qua bưu chính công ích", en: "may be sent by the public postal service" },
    OUT: { vi: "được trả kết quả qua bưu chính công ích", en: "may be returned by the public postal service" },
  },
  ONLINE: {
    IN: { vi: "được nộp trực tuyến", en: "may be filed online" },
    OUT: { vi: "được trả kết quả trực tuyến", en: "may be returned online" },
  },
  COUNTER: {
    IN: { vi: "được nộp tại quầy", en: "may be handed in at the counter" },
    OUT: { vi: "được trả kết quả tại quầy", en: "may be returned at the counter" },
  },
};

/** Why a step stands in the list, as a sentence. */
export function reasonOf(
  { volume, leg }: Candidate,
  channel: string,
  since: { day: string; decision: string | null },
): Label {
  const words = WAYS[channel][leg];
  const by = since.decision === null ? "" : ` (${since.decision})`;
  const counter: Label =
    leg === "OUT"
      ? { vi: "kết quả trả tại quầy trong kỳ", en: "results returned at the counter in the span" }
      : { vi: "hồ sơ nộp tại quầy trong kỳ", en: "dossiers handed in at the counter in the span" };
  const say = (language: "vi" | "en") =>
    `${groupDigits(String(volume), language)} ${counter[language]}; ${words[language]} ${
      language === "vi" ? "từ" : "since"
    } ${date().toText(since.day, language)}${by}.`;
  return { vi: say("vi"), en: say("en") };
}
