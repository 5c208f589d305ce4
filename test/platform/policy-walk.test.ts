import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLObjectType,
  GraphQLScalarType,
  isIntrospectionType,
  type GraphQLArgument,
} from "graphql";
import { changeName } from "../../server/platform/graphql/build-schema";
import { ALL_ROLES, mayChange, mayChangeField, mayRead, mayReadField } from "../../server/platform/policy/policy";
import type { Resource } from "../../server/platform/registry/registry";
import { makeRegistry, makeSchema } from "../../server/schema";

const COUNT_FIGURES =
  "receivedCounter receivedPost receivedOnline returnedCounter returnedPost returnedOnline registeredReturnPost carriedOver settledEarly settledOnTime settledLate pendingInTime pendingOverdue".split(
    " ",
  );
const COMPARED = ["knownVnd", "forecastVnd", "dossiers", "trips", "perDossierVnd"];

/**
 * Everything that is no resource, with every field it has. A name that is not here and belongs to no declared resource
 * fails the test: somebody has to say why anybody may ask for it.
 */
const NO_RESOURCE: Record<string, string[]> = {
  // Answered to whoever asks, about themselves: null or refused where nobody is signed in.
  Viewer: ["roles", "agency", "permissions", "email", "workingDate", "isDemo", "person", "tokens"],
  Token: ["id", "name", "createdAt", "mayChange", "expiresOn", "lastUsedAt"],
  NewToken: ["id", "secret"],
  // Everybody's own alone: another's is as if it were not there.
  Job: ["id", "kind", "title", "state", "done", "total", "startedAt", "endedAt", "outcome"],
  // Settings of whoever asks, and what others share of a grid whose rows the person may read.
  SavedView: ["id", "version", "grid", "name", "isShared", "isMine", "owner", "body", "changedAt"],
  // Public: what the sign-in page shows.
  Site: ["isDemo", "workingDate", "demoRoles", "version"],
  // What a person's own change is answered with.
  ChangeResult: ["changeSet", "rows", "problems"],
  ChangedRowResult: ["index", "id", "version", "action", "cells"],
  CellChange: ["field", "before", "after"],
  // Catalog staff's alone, asked before anything is read: what recording a Decision did.
  RecordedDecision: ["decision", "changeSet", "preview", "effects", "problems"],
  DecisionEffect: ["line", "resource", "id", "action", "cells"],
  DecisionProblem: ["line", "field", "code", "messageVi", "messageEn"],
  Problem: ["index", "id", "field", "code", "messageVi", "messageEn"],
  // Read by the planner with the person's own rights: a figure over rows that each have a rule.
  PostedList:
    "agencyId name parentName scope tier committeeName asOf byPost presenceRequired notListed online grounds".split(
      " ",
    ),
  PostedProcedure:
    "id code nameVi nameEn sectorVi sectorEn agency tiers legs presenceRequired level levelScheme decisions isDemo".split(
      " ",
    ),
  PostedDecision: ["id", "number", "kind", "issuer", "issuedOn", "title", "certainty"],
  // Counts of the person's own scope, asked before anything is read; the names in them are everybody's.
  CountSheet: ["period", "receptionUnit", "editable", "rows"],
  SheetRow: ["procedure", "agency", "sector", "count"],
  SheetCount: ["id", "version", "place", "receiver", "isDemo", ...COUNT_FIGURES],
  NotReported: ["period", "daysLate", "expected", "reported", "total", "items", "neverReported"],
  PeriodReporting: ["period", "daysLate", "expected", "reported"],
  SilentAgency: ["agency", "lastReported"],
  CountTotalList: ["items", "total"],
  CountTotal: [
    ..."agency receptionUnit sector procedure channel level levelScheme month period rows blankRows".split(" "),
    ...["received", "returned", ...COUNT_FIGURES],
  ],
  // Figures over counts of the person's own scope, asked before anything is read; targets and names are everybody's.
  Scorecard:
    "agency targetSet from to structure criteria met applicable points maxPoints isDemo blankCount straddlingCount".split(
      " ",
    ),
  ScorecardSet: ["id", "code", "nameVi", "nameEn", "isDemo"],
  CriterionScore:
    "id code nameVi nameEn position measure channel leg level thresholdPercent points official readings".split(" "),
  ReadingScore:
    "code nameVi nameEn ruleVi ruleEn official numerator denominator ratio state shortfall surplus needed points".split(
      " ",
    ),
  Fraction: ["numerator", "denominator"],
  ScorecardList: ["items", "total", "province"],
  ScorecardLineList: ["items", "total", "numerator", "denominator"],
  ScorecardLine:
    "procedure agency period numerator denominator counterReceived received inCatalog lawfulFrom isNumerator".split(
      " ",
    ),
  ScorecardGapList: ["items", "total", "straddlingCount", "blankCount"],
  ScorecardGap: ["kind", "count", "period", "procedure", "agency", "receptionUnit", "missing"],
  WhatWouldItTake: ["criterion", "agency", "measure", "shortfall", "closes", "after", "items", "candidates"],
  TakeStep: [
    "procedure",
    "agency",
    "leg",
    "counterReceived",
    "gain",
    "cumulative",
    "lawfulFrom",
    "reasonVi",
    "reasonEn",
  ],
  CatalogEffect: ["province", "items", "total"],
  ProvinceEffect: ["before", "after"],
  AgencyEffect: ["agency", "before", "after"],
  ScoredAgency: ["id", "code", "nameVi", "nameEn", "kind", "tier", "parentId", "isSplit", "isDemo"],
  ScoredProcedure: ["id", "code", "nameVi", "nameEn", "isDemo"],
  ScoredPeriod: ["id", "name", "firstDay", "lastDay", "dueOn", "state"],
  FigureSector: ["id", "nameVi", "nameEn"],
  // Figures of the person's own part of the tree beside what was published of it, which is everybody's to see.
  PublicationDifferences: ["items", "total", "changeSets"],
  PublicationDifference: ["agency", "criterion", "reading", "published", "now"],
  ComparedFigure: ["official", "numerator", "denominator", "thresholdPercent", "state", "shortfall", "points"],
  ComparedCriterion: ["id", "code", "nameVi", "nameEn"],
  ChangeSincePublication: ["id", "at", "person", "source", "note", "rowCount"],
  ChangePerson: ["name"],
  // Of a program or a claim that the person may see, asked before anything is read: what it comes to is its parties' to see.
  SubsidyComputation:
    "from to lines totalVnd grossVnd capVnd capPer quantityFrom isPinned isOpen openPeriods openDay leftOut rounding".split(
      " ",
    ),
  SubsidyComputationLine: [
    ..."position route rate window from to dossiers quantity share grossVnd wantedVnd amountVnd isCut".split(" "),
    ..."capFreeVnd handOvers lateHandOvers isReversal explanation".split(" "),
  ],
  ComputedRate: "id rateUnit amountVnd validFrom validTo contract decision dossiersPerTrip".split(" "),
  DaySpan: ["from", "to"],
  ComputationLeftOut: ["unsigned", "otherCarrier", "notReported"],
  OpenPeriod: ["id", "name", "firstDay", "lastDay"],
  // Of a claim that the person may see; names of people are everybody's.
  ClaimNextStep: ["verb", "label", "may", "refusal", "people"],
  StepPerson: ["name"],
  CrossCheck: ["period", "periods", "otherForms", "total", "items"],
  CrossCheckPeriod: ["period", "isInside", "days"],
  CrossCheckLine: ["agency", "state", "formId", "rows", "uncoveredDays", "straddling", "isDemo", "cells"],
  CrossCheckCell: ["column", "field", "form", "counts", "difference", "blankRows", "agrees"],
  // What a year would cost the payers whose estimates the person sees, asked before anything is read; routes by name.
  SubsidyNeed: "fiscalYear baseFrom baseTo growthPercent sharePercent channels totalVnd payers assumptions".split(" "),
  PayerNeed: ["payer", "totalVnd", "lines", "gaps"],
  NeedLine:
    "route rateUnit rateVnd isLatestKnown baseDossiers baseHandOvers dossiers basis quantity sharePercent amountVnd explanation".split(
      " ",
    ),
  NeedGap: ["route", "reason", "explanation"],
  // What a program's money will do: its payer's to see, and theirs who see every program.
  SubsidyOutlook:
    "program fiscalYear asOf budgetVnd paidVnd committedVnd pendingVnd remainingVnd months knownVnd forecastVnd yearVnd yearLowVnd yearHighVnd baseMonths method notes runsOutOn warning routes carriers districts".split(
      " ",
    ),
  OutlookMonth: "month from to isKnown claimedVnd amountVnd lowVnd highVnd cumulativeVnd".split(" "),
  OutlookWarning: ["level", "vi", "en"],
  OutlookRoute: ["route", ...COMPARED],
  OutlookCarrier: ["carrier", "carriedBy", ...COMPARED],
  OutlookDistrict: ["district", ...COMPARED],
  SubsidyEffect:
    "program asOf from months method assumptions beforeVnd afterVnd differenceVnd yearBeforeVnd yearAfterVnd runsOutBefore runsOutAfter routes".split(
      " ",
    ),
  EffectOnRoute: ["route", "beforeVnd", "afterVnd"],
  ComputedRoute: ["id", "code", "from", "to", "direction", "carrier"],
  RouteEnd: ["id", "name"],
  BothLanguages: ["vi", "en"],
};
const QUERIES: Record<string, string[]> = {
  viewer: [],
  site: [],
  job: ["id"],
  jobs: [],
  postedList: ["agency", "asOf"],
  savedViews: ["grid"],
  countSheet: ["period", "receptionUnit"],
  scorecard: ["agency", "from", "structure", "targetSet", "to"],
  scorecards: "agencies from kinds limit offset structure targetSet to under withDossiers".split(" "),
  scorecardTrend: ["agency", "from", "step", "structure", "targetSet", "to"],
  scorecardLines: ["agency", "by", "criterion", "from", "limit", "offset", "reading", "structure", "to"],
  scorecardGaps: ["agency", "from", "limit", "offset", "structure", "to"],
  whatWouldItTake: ["agency", "criterion", "from", "reading", "structure", "to"],
  catalogEffect: ["add", "catalog", "from", "limit", "offset", "remove", "structure", "targetSet", "to"],
  publicationDifferences: ["limit", "offset", "publication"],
  crossCheck: ["limit", "offset", "period"],
  notReported: ["limit", "offset", "period"],
  periodReporting: ["periods"],
  countTotals: ["filter", "groupBy", "limit", "offset"],
  subsidyOutlook: ["asOf", "program"],
  subsidyEffect: ["asOf", "moveToPost", "program", "ratePercent", "rates", "sharePercent"],
  subsidyNeed: ["baseFrom", "baseTo", "channels", "fiscalYear", "growthPercent", "sharePercent"],
  subsidyComputation: ["adjusts", "claim", "from", "program", "to"],
  claimNextSteps: ["id"],
  // Arithmetic that anybody can do.
  amountInWords: ["vnd"],
};
const MUTATIONS: Record<string, string[]> = {
  undoChangeSet: ["id", "rows", "mode", "dryRun", "note"],
  signIn: ["email", "password"],
  signInDemo: ["role"],
  signOut: [],
  changePassword: ["current", "next"],
  createToken: ["name", "expiresOn", "mayChange"],
  revokeToken: ["id"],
  cancelJob: ["id"],
  recordDecision: ["record", "note", "dryRun", "key", "expect"],
  closePeriod: ["id", "note"],
  reopenPeriod: ["id", "reason"],
  publishScorecard: ["from", "name", "note", "structure", "targetSet", "to"],
  detachFromClaim: ["id", "note"],
  askEstimate: ["id", "note"],
  answerEstimate: "answerNote answeredOn document grantedVnd id note programName state".split(" "),
  submitClaim: ["id", "note"],
  checkClaim: ["id", "note", "seenVnd"],
  returnClaim: ["id", "reason"],
  approveClaim: ["id", "note", "seenVnd"],
  payClaim: ["id", "note", "paidOn", "seenVnd", "voucher"],
  saveView: ["grid", "name", "body", "isShared", "id", "version"],
  deleteView: ["id", "version"],
};
/** What verbs take: every value of them goes through the change path as a declared field. */
const VERB_INPUTS: Record<string, string[]> = {
  DecisionRecord: ["decision", "catalog", "announces", "legs", "levelScheme", "lines"],
  DecisionToRecord: ["id", "facts"],
  DecisionFacts: ["number", "kind", "issuer", "title", "issuedOn", "effectiveOn", "amends"],
  DecisionLine: ["line", "list", "procedure", "create", "set", "replaces", "legs", "level", "note"],
  // Conditions of sums over counts, which are read in the person's own scope.
  CountTotalsFilter:
    "from to period agency receptionUnit under procedure sector channel level levelScheme catalog".split(" "),
  // Values that are tried out and written nowhere.
  TriedRate: ["route", "amountVnd"],
  ProcedureFacts: ["code", "nameVi", "sector", "agency", "tiers", "legalBases"],
};
const LIST_ARGUMENTS = ["asOf", "filter", "limit", "offset", "sort"];
const CHANGE_ARGUMENTS = ["changes", "dryRun", "key", "mode", "note"];
/** Operators of filters by kind of value: no rule of their own, the field they stand under has it. */
const VALUE_FILTERS = /^(String|ID|Int|Boolean|Date|DateTime|Vnd|Decimal|Value|\w+)(List)?Filter$/;
const OPERATORS = ["eq", "ne", "in", "lt", "lte", "gt", "gte", "contains", "isNull", "has"];

const registry = makeRegistry();
const schema = makeSchema(registry);
const types = Object.values(schema.getTypeMap()).filter((t) => !isIntrospectionType(t));
const names = (args: readonly GraphQLArgument[]): string[] => args.map((a) => a.name).sort();
const of = (name: string, ...suffixes: string[]): Resource | undefined =>
  registry.resources.find((r) => suffixes.some((s) => name === `${r.name}${s}`));

describe("every name of the schema has a rule", () => {
  test("every resource says who reads and who changes it, its states as it does itself, and only of fields it has", () => {
    for (const resource of registry.resources) {
      const { policy, fields, lists } = resource;
      expect(policy.read.length).toBeGreaterThan(0);
      for (const role of [...policy.read, ...policy.change]) expect(ALL_ROLES).toContain(role);
      for (const role of policy.change) expect(policy.read).toContain(role);
      const known = [...fields.map((f) => f.name), ...lists.map((l) => l.name)];
      for (const name of Object.keys(policy.fields ?? {}))
        expect([resource.name, known]).toEqual([resource.name, expect.arrayContaining([name])]);
      for (const name of policy.scope?.anyOf ?? [])
        expect(resource.byName.get(name)?.kind.target).toBe(policy.scope!.within);
      if (resource.states) expect(resource.states.resource.policy).toBe(policy);
      if (resource.readOnly && resource.root) expect(policy.change).toEqual([]);
    }
  });

  test("every output field is a declared field or list of a resource, or is in the list above", () => {
    for (const type of types.filter((t): t is GraphQLObjectType => t instanceof GraphQLObjectType)) {
      if (type === schema.getQueryType() || type === schema.getMutationType()) continue;
      const fields = Object.keys(type.getFields());
      const resource = registry.find(type.name);
      const listed = of(type.name, "List");
      if (resource) {
        const declared = resource.fields.filter((f) => f.kind.name !== "secret").map((f) => f.name);
        const figures = resource.figures.map((f) => f.name);
        const known = ["id", "version", ...declared, ...figures, ...resource.lists.map((l) => l.name)];
        expect([type.name, fields.filter((f) => !known.includes(f))]).toEqual([type.name, []]);
        for (const field of Object.values(type.getFields())) {
          const list = resource.lists.some((l) => l.name === field.name);
          const isRef = resource.byName.get(field.name)?.kind.target !== undefined;
          expect(names(field.args)).toEqual(list ? LIST_ARGUMENTS : isRef ? ["asOf"] : []);
        }
      } else if (listed) expect(fields.sort()).toEqual(["items", "total"]);
      else {
        expect([type.name, fields.sort()]).toEqual([type.name, [...(NO_RESOURCE[type.name] ?? [])].sort()]);
        for (const field of Object.values(type.getFields())) expect(names(field.args)).toEqual([]);
      }
    }
  });

  test("every query reads a resource or is in the list above", () => {
    for (const field of Object.values(schema.getQueryType()!.getFields())) {
      const one = registry.resources.find((r) => r.root && r.single === field.name);
      const many = registry.resources.find((r) => r.root && r.plural === field.name);
      if (one) expect(names(field.args)).toEqual(["asOf", "id"]);
      else if (many) expect(names(field.args)).toEqual(LIST_ARGUMENTS);
      else {
        expect(Object.keys(QUERIES)).toContain(field.name);
        expect(names(field.args)).toEqual([...QUERIES[field.name]].sort());
      }
    }
  });

  test("every mutation changes a resource that may be changed or is in the list above", () => {
    for (const field of Object.values(schema.getMutationType()!.getFields())) {
      const resource = registry.resources.find((r) => changeName(r) === field.name);
      if (resource) {
        expect([resource.name, resource.readOnly, resource.root]).toEqual([resource.name, false, true]);
        expect(names(field.args)).toEqual(CHANGE_ARGUMENTS);
      } else
        expect([field.name, names(field.args)]).toEqual([field.name, [...(MUTATIONS[field.name] ?? ["?"])].sort()]);
    }
    expect(schema.getSubscriptionType()).toBeUndefined();
  });

  test("every input field is a declared field that filters, sorts or is written, or an operator", () => {
    for (const type of types.filter((t): t is GraphQLInputObjectType => t instanceof GraphQLInputObjectType)) {
      const fields = Object.keys(type.getFields());
      const unknown = (known: string[]) =>
        expect([type.name, fields.filter((f) => !known.includes(f))]).toEqual([type.name, []]);
      const filtered = of(type.name, "Filter");
      const changed = of(type.name, "Create", "Set");
      const sorted = of(type.name, "Sort");
      if (filtered) {
        const declared = filtered.fields.filter((f) => f.filter && f.kind.name !== "secret").map((f) => f.name);
        unknown(["id", "and", "or", "not", "search", ...declared, ...filtered.lists.map((l) => l.name)]);
      } else if (sorted) unknown(["id", ...sorted.fields.filter((f) => f.sort).map((f) => f.name)]);
      else if (changed) {
        const isNew = type.name.endsWith("Create");
        unknown(
          changed.fields.filter((f) => f.write === "always" || (isNew && f.write === "create")).map((f) => f.name),
        );
      } else if (of(type.name, "Change")) unknown(["create", "update", "delete"]);
      else if (of(type.name, "Update"))
        unknown(["id", "version", "set", ...(of(type.name, "Update")!.states ? ["from", "asOf"] : [])]);
      else if (of(type.name, "RefFilter")) unknown(["eq", "ne", "in", "isNull", "is"]);
      else if (of(type.name, "ListFilter")) unknown(["some", "none"]);
      else if (VERB_INPUTS[type.name]) unknown(VERB_INPUTS[type.name]);
      else if (type.name === "RowVersion") unknown(["id", "version"]);
      else {
        expect(type.name).toMatch(VALUE_FILTERS);
        unknown(OPERATORS);
      }
    }
  });

  test("a password is written and stands nowhere else", () => {
    for (const type of types) {
      if (!(type instanceof GraphQLObjectType) && !(type instanceof GraphQLInputObjectType)) continue;
      const isInput = ["PersonCreate", "PersonSet"].includes(type.name);
      for (const field of Object.keys(type.getFields()))
        expect([type.name, field.includes("password")]).toEqual([type.name, isInput && field === "password"]);
    }
  });

  test("there is no other sort of type", () => {
    for (const type of types)
      expect(
        [GraphQLObjectType, GraphQLInputObjectType, GraphQLEnumType, GraphQLScalarType].some((c) => type instanceof c),
      ).toBe(true);
  });
});

describe("what no rule allows is refused", () => {
  const nothing = { read: [], change: [] };
  const person = (role: (typeof ALL_ROLES)[number], readOnly = false) => ({
    id: "1",
    name: "x",
    roles: [role],
    agencyId: null,
    readOnly,
  });

  test("to every role, where a policy names none", () => {
    for (const role of ALL_ROLES) {
      expect([mayRead(nothing, person(role)), mayChange(nothing, person(role))]).toEqual([false, false]);
      expect(mayReadField({ read: ALL_ROLES, change: [], fields: { x: { read: [] } } }, "x", person(role))).toBe(false);
      expect(mayReadField({ read: [], change: [], fields: { x: { read: ALL_ROLES } } }, "x", person(role))).toBe(false);
      const open = { read: ALL_ROLES, change: ALL_ROLES };
      expect(mayChangeField({ ...open, fields: { x: { change: [] } } }, "x", person(role))).toBe(false);
      expect([mayChange(open, person(role)), mayChange(open, person(role, true))]).toEqual([true, false]);
    }
  });

  test("to nobody in particular", () => {
    const open = { read: ALL_ROLES, change: ALL_ROLES };
    expect([mayRead(open, null), mayChange(open, null), mayReadField(open, "x", null)]).toEqual([false, false, false]);
    expect(mayRead(open, { ...person("LEADER"), roles: [] })).toBe(false);
  });
});
