import type { Role } from "../../server/platform/policy/policy";
import { aPeriod, closePeriod, create, type Answer, type Problem } from "../count/count-world";
import type { Api, Asker } from "../support/api";

/** A province with two districts and the Post, the people who handle money in them, and the months of 2019. */
export interface SubsidyWorld {
  api: Api;
  quan: Asker;
  agencies: Record<"TINH" | "HX" | "HY" | "S1" | "S2" | "BD", string>;
  /** Finance staff of district X by the letters A to D, of district Y and of the province; two of the Post. */
  people: Record<"A" | "B" | "C" | "D" | "Y" | "T" | "P" | "Q", Asker>;
  names: Record<string, string>;
  routes: Record<"T01" | "T02" | "TY", string>;
  months: string[];
}

/** Months of 2019 that are closed at first: the first half-year. */
const CLOSED = 6;

/** Signs somebody in who is made for a test. */
export async function someone(api: Api, quan: Asker, name: string, role: Role, agency: string | null): Promise<Asker> {
  const email = `${name.toLowerCase()}.${agency ?? "0"}@test.example`;
  const [id] = await create(quan, "Person", "changePeople", [{ name, email, roles: [role], agency, isActive: true }]);
  const person = { id, name, roles: [role], agencyId: agency, readOnly: false };
  const { secret } = await api.app.services.sessions.open(person);
  return { ...api.withHeaders({ cookie: `danh_muc_session=${secret}` }), person };
}

export async function makeSubsidyWorld(api: Api): Promise<SubsidyWorld> {
  const quan = await api.as("quan");
  const agency = async (name: string, kind: string, parent: string | null): Promise<string> =>
    (await create(quan, "Agency", "changeAgencies", [{ name, kind, parent }]))[0];
  const TINH = await agency("UBND tỉnh Mẫu", "PROVINCE_COMMITTEE", null);
  const agencies = {
    TINH,
    HX: await agency("UBND huyện X", "DISTRICT_COMMITTEE", TINH),
    HY: await agency("UBND huyện Y", "DISTRICT_COMMITTEE", TINH),
    S1: await agency("Sở Một", "DEPARTMENT", TINH),
    S2: await agency("Sở Hai", "DEPARTMENT", TINH),
    BD: await agency("Bưu điện tỉnh Mẫu", "POST", null),
  };
  const { HX, HY, BD } = agencies;
  const who = (name: string, role: Role, at: string) => someone(api, quan, name, role, at);
  const people = {
    A: await who("An", "FINANCE", HX),
    B: await who("Bảo", "FINANCE", HX),
    C: await who("Cúc", "FINANCE", HX),
    D: await who("Dung", "FINANCE", HX),
    Y: await who("Yến", "FINANCE", HY),
    T: await who("Tâm", "FINANCE", TINH),
    P: await who("Phúc", "POST", BD),
    Q: await who("Quý", "POST", BD),
  };
  const route = async (code: string, from: string, to: string): Promise<string> => {
    const row = { code, from, to, direction: "IN", carrier: "POST", carriedBy: BD };
    const [id] = await create(quan, "TransferRoute", "changeTransferRoutes", [row]);
    await create(quan, "TransferRate", "changeTransferRates", [
      { route: id, rateUnit: "PER_DOSSIER", amountVnd: "10000", validFrom: "2019-01-01" },
    ]);
    return id;
  };
  const routes = {
    T01: await route("T01", HX, agencies.S1),
    T02: await route("T02", HX, agencies.S2),
    TY: await route("TY", HY, agencies.S1),
  };
  const months = await create(
    quan,
    "Period",
    "changePeriods",
    Array.from({ length: 12 }, (_, at) => aPeriod(2019, at + 1)),
  );
  const names = Object.fromEntries(Object.entries(people).map(([key, { person }]) => [key, person!.name]));
  return { api, quan, agencies, people, names, routes, months };
}

/** Closes the months of the first half-year; what is dated in them must be there by then. */
export async function closeMonths({ quan, months }: SubsidyWorld, count = CLOSED): Promise<void> {
  for (const id of months.slice(0, count)) expect((await closePeriod(quan, id)).problems).toEqual([]);
}

let made = 0;

/** A signed hand-over that the Post carried, unless something else is said. */
export async function handOver(
  { quan }: Pick<SubsidyWorld, "quan">,
  route: string,
  handedOn: string,
  dossiers: number,
  more: object = {},
): Promise<string> {
  const row = {
    ...{ number: `BB-${++made}`, route, handedOn, dossiers, carrier: "POST" },
    ...{ senderSignature: "Bà Giao", receiverSignature: "Ông Nhận", ...more },
  };
  return (await create(quan, "HandOver", "changeHandOvers", [row]))[0];
}

/** A program of district X that pays the Post for its routes whole, with a budget. */
export async function program(
  { quan, agencies, routes }: SubsidyWorld,
  terms: object = {},
  budgetVnd: string | null = "1000000000",
  on: readonly string[] = [routes.T01],
): Promise<string> {
  const row = {
    ...{ name: `Kế hoạch ${++made}`, payer: agencies.HX, contractor: agencies.BD, fiscalYear: 2019 },
    ...{ quantityFrom: "HAND_OVERS", ...terms },
  };
  const [id] = await create(quan, "SubsidyProgram", "changeSubsidyPrograms", [row]);
  await create(
    quan,
    "SubsidyProgramRoute",
    "changeSubsidyProgramRoutes",
    on.map((route) => ({ program: id, route })),
  );
  if (budgetVnd !== null) await budget({ quan }, id, budgetVnd);
  return id;
}

export async function budget({ quan }: Pick<SubsidyWorld, "quan">, id: string, amountVnd: string): Promise<string> {
  const row = { program: id, kind: "GRANTED", amountVnd, document: `QĐ ${++made}`, decidedOn: "2019-01-02" };
  return (await create(quan, "SubsidyBudgetLine", "changeSubsidyBudgetLines", [row]))[0];
}

/** A claim of the Post as it is drawn up. */
export async function draft(
  { agencies }: Pick<SubsidyWorld, "agencies">,
  who: Asker,
  of: string,
  firstDay: string,
  lastDay: string,
  more: object = {},
): Promise<string> {
  const row = {
    code: `ĐN-${++made}`,
    program: of,
    firstDay,
    lastDay,
    claimant: agencies.BD,
    payee: agencies.BD,
    ...more,
  };
  return (await create(who, "SubsidyClaim", "changeSubsidyClaims", [row]))[0];
}

const ANSWER = "changeSet { id note } rows { id version action } problems { index field code messageVi messageEn }";

/** Takes a step of a claim by its mutation. */
export async function step(who: Asker, mutation: string, id: string, args = ""): Promise<Answer> {
  const reason = mutation === "returnClaim" && !args.includes("reason") ? ', reason: "Thiếu giấy tờ"' : "";
  const query = `mutation($id: ID!) { result: ${mutation}(id: $id${reason}${args && `, ${args}`}) { ${ANSWER} } }`;
  return (await who.data(query, { id })).result as Answer;
}

/** A step that is expected to go through. */
export async function done(who: Asker, mutation: string, id: string, args = ""): Promise<void> {
  expect((await step(who, mutation, id, args)).problems).toEqual([]);
}

export const codesOf = ({ problems }: { problems: Problem[] }): [string, string | null][] =>
  problems.map(({ code, field }) => [code, field]);

/** The way of a claim up to a state, by the people who may. */
export async function bring({ people }: SubsidyWorld, id: string, to: string): Promise<void> {
  const { P, A, B, C } = people;
  const way: [string, Asker, string][] = [
    ["SUBMITTED", P, "submitClaim"],
    ["CHECKED", A, "checkClaim"],
    ["APPROVED", B, "approveClaim"],
    ["PAID", C, "payClaim"],
  ];
  if (to === "DRAFT") return;
  if (to === "RETURNED") {
    await done(P, "submitClaim", id);
    await done(A, "returnClaim", id);
    return;
  }
  for (const [state, who, mutation] of way) {
    await done(who, mutation, id);
    if (state === to) return;
  }
}

/** Fields of a claim as somebody sees it. */
export const claimOf = async (who: Asker, id: string, fields: string): Promise<Record<string, unknown>> =>
  (await who.data(`query($id: ID!) { subsidyClaim(id: $id) { ${fields} } }`, { id })).subsidyClaim;
