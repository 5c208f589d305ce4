import type { PlannedValues } from "./plan";
import type { Chance } from "./random";

/** The dossiers of one procedure at one unit in one month. What is carried over and received is settled or pending. */
export interface Flow {
  received: number;
  post: number;
  online: number;
  returnedPost: number;
  returnedOnline: number;
  carriedOver: number;
  early: number;
  onTime: number;
  late: number;
  inTime: number;
  overdue: number;
}

/**
 * Settles the months of one unit one after the other: what is pending at the end of a month is carried over into the
 * next. Every result of a settled dossier is returned in the same month; where it may go online, most of the dossiers
 * filed online get it so.
 */
export function settle(months: Flow[], canReturnOnline: boolean[], chance: Chance): void {
  let pending = Math.round((months[0]?.received ?? 0) * 0.1);
  for (const [index, flow] of months.entries()) {
    flow.carriedOver = pending;
    pending = Math.min(pending + flow.received, Math.round(flow.received * (0.03 + 0.2 * chance.next())));
    flow.overdue = Math.round(pending * 0.08 * chance.next());
    flow.inTime = pending - flow.overdue;
    const settled = flow.carriedOver + flow.received - pending;
    flow.late = Math.round(settled * 0.03 * chance.next());
    flow.early = Math.round((settled - flow.late) * (0.2 + 0.3 * chance.next()));
    flow.onTime = settled - flow.late - flow.early;
    if (canReturnOnline[index]) flow.returnedOnline = Math.min(settled, Math.round(flow.online * 0.6));
  }
}

/** The months as the columns of a count. */
export function reported(months: Flow[]): PlannedValues[] {
  return months.map((flow) => ({
    receivedCounter: flow.received - flow.post - flow.online,
    receivedPost: flow.post,
    receivedOnline: flow.online,
    returnedCounter: flow.early + flow.onTime + flow.late - flow.returnedPost - flow.returnedOnline,
    returnedPost: flow.returnedPost,
    returnedOnline: flow.returnedOnline,
    // Some who registered for it came to the counter after all.
    registeredReturnPost: Math.min(
      flow.early + flow.onTime + flow.late - flow.returnedOnline,
      Math.round(flow.returnedPost * 1.1),
    ),
    carriedOver: flow.carriedOver,
    settledEarly: flow.early,
    settledOnTime: flow.onTime,
    settledLate: flow.late,
    pendingInTime: flow.inTime,
    pendingOverdue: flow.overdue,
  }));
}
