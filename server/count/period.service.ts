import type { Answer, Batch } from "../platform/changes/change";
import type { Services } from "../platform/context";

/** Who turns a period, and why: the note of the change set, which the period's history shows. */
export type Turn = Pick<Batch, "person" | "source" | "note">;

/** Closes a period: from then on no count and no national form of it is written. A closed one stays as it is. */
export const closePeriod = (services: Services, id: string, turn: Turn): Promise<Answer> =>
  turned(services, id, turn, "close", "CLOSED");

/** Opens a closed period again, so that its figures can be corrected. */
export const reopenPeriod = (services: Services, id: string, turn: Turn): Promise<Answer> =>
  turned(services, id, turn, "reopen", "OPEN");

function turned(services: Services, id: string, turn: Turn, verb: string, state: string): Promise<Answer> {
  const resource = services.registry.single("period");
  return services.changes.apply({
    ...turn,
    verb,
    mode: "ALL_OR_NONE",
    dryRun: false,
    key: null,
    changes: [{ resource, input: { update: { id, set: { state } } } }],
  });
}
