import { demoAgencies } from "./agency.demo";
import { agencySteps } from "./agency.plan";
import { applySteps, type Written } from "./apply";
import { catalogRows, demoDecisions, demoEntries, entrySteps } from "./catalog.demo";
import { channelRows } from "./channel.demo";
import type { Changes } from "./changes";
import { countSteps } from "./count.demo";
import { readFacts, type Facts } from "./facts";
import { handOverRows } from "./hand-over.demo";
import { legacyCodeRows } from "./legacy.demo";
import { planFacts } from "./load-facts";
import { nationalFormRows } from "./national-form.demo";
import { closedPeriodRows, periodRows } from "./period.demo";
import { personRows } from "./person.demo";
import { ref, type Step } from "./plan";
import { procedureFacts } from "./procedure.facts";
import { claimSteps, programSteps } from "./program.demo";
import { demoRoutes, rateRows, routeRows, VAN_CHAN, type RoutePlan } from "./route.demo";
import { exampleTargetSteps } from "./target.demo";
import { DIRECTIVE_SET, targetSteps } from "./target.facts";
import { taskRows } from "./task.facts";
import { unitFacts } from "./unit.facts";

/** The note of the last change set: a database that lacks it was left in the middle of seeding. */
export const LAST_NOTE = "Đơn giá luân chuyển (minh họa)";
/** Rates that the demo's claims are computed by are there before them; the others come last. */
const FIRST_RATES_NOTE = "Đơn giá luân chuyển của huyện Văn Chấn (minh họa)";

/**
 * What the demo invents on top of the facts, and what the directive says of catalogs, targets and tasks, which needs the
 * demo's rows to hang on. Every invented row is marked DEMO; it is the same on every run.
 */
export function planDemo(facts: Facts): Step[] {
  const units = unitFacts(facts);
  const procedures = procedureFacts(facts);
  const entries = demoEntries(procedures);
  const channels = channelRows(procedures, entries);
  const counts = countSteps(units, channels);
  const routes = demoRoutes(facts, units);
  return [
    ...agencySteps(demoAgencies(units), "Cơ quan (minh họa)"),
    { note: "Người dùng (minh họa)", rows: personRows() },
    { note: "Mã cũ của thủ tục (minh họa)", rows: legacyCodeRows(procedures) },
    { note: "Quyết định minh họa", rows: demoDecisions() },
    { note: "Danh mục", rows: catalogRows() },
    ...entrySteps(entries),
    { note: "Cách thức thực hiện (minh họa)", rows: channels },
    ...targetSteps(facts),
    ...exampleTargetSteps(),
    { note: "Kỳ báo cáo (minh họa)", rows: periodRows() },
    ...counts,
    { note: "Biểu II.06a tháng 5/2019 (minh họa)", rows: nationalFormRows(counts) },
    { note: "Tuyến luân chuyển (minh họa)", rows: routeRows(routes) },
    { note: FIRST_RATES_NOTE, rows: rateRows(routes.filter(isVanChan)) },
    // Before the months are closed: nothing is handed over in a closed one.
    { note: "Giao nhận hồ sơ (minh họa)", rows: handOverRows() },
    { note: "Khóa các kỳ đã báo cáo đủ (minh họa)", rows: closedPeriodRows(), verb: "close" },
    {
      note: "Công bố kết quả năm 2018 (minh họa)",
      rows: [],
      publishes: {
        name: "Năm 2018 (minh họa)",
        targetSet: ref(DIRECTIVE_SET),
        from: "2018-01-01",
        to: "2018-12-31",
      },
    },
    { note: "Việc được giao", rows: taskRows() },
    ...programSteps(routes.filter(isCenterPost).map(({ code }) => code)),
    ...claimSteps(),
    { note: LAST_NOTE, rows: rateRows(routes.filter((route) => !isVanChan(route))) },
  ];
}

const isVanChan = ({ code }: RoutePlan): boolean => code.startsWith(`${VAN_CHAN}-`);
const isCenterPost = ({ code, carrier }: RoutePlan): boolean => code.startsWith("TT-") && carrier === "POST";

/** Writes the facts and the demo into an empty database through the change path. */
export async function loadDemo(changes: Changes): Promise<Written> {
  const facts = readFacts();
  return applySteps(changes, [...planFacts(facts), ...planDemo(facts)]);
}
