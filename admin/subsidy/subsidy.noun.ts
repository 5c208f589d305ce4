import { FileSpreadsheet, HandCoins, PackageCheck, ReceiptText, Truck } from "lucide-react";
import { lazy } from "react";
import { TRANSFERS } from "../platform/layout/groups";
import type { Noun } from "../platform/noun";
import { CLAIMS_WAITING } from "./claim/claim.graphql";
import { CLAIM_LOOK } from "./claim/claim-look";
import { waitingFor } from "./claim/waiting";
import { ESTIMATE_LOOK } from "./estimate/estimate-look";
import { HAND_OVER_LOOKS } from "./hand-over/hand-over-look";
import { HAND_OVER_COLUMNS } from "./hand-over/hand-over-grid.columns";
import { HandOverList } from "./hand-over/HandOverList";
import { ALL_BUDGET_COLUMNS, ALL_PROGRAM_ROUTE_COLUMNS, PROGRAM_COLUMNS } from "./program/program-grid.columns";
import { RATE_COLUMNS } from "./route/rate-grid.columns";
import { ROUTE_COLUMNS } from "./route/route-grid.columns";
import { RateList, RouteList } from "./route/RouteLists";
import "./subsidy.css";

const EstimateList = lazy(async () => ({ default: (await import("./estimate/EstimateList")).EstimateList }));
const EstimateShow = lazy(async () => ({ default: (await import("./estimate/EstimateShow")).EstimateShow }));
const EstimateCreate = lazy(async () => ({ default: (await import("./estimate/EstimateCreate")).EstimateCreate }));
const NeedPage = lazy(async () => ({ default: (await import("./need/NeedPage")).NeedPage }));
const ProgramsPage = lazy(async () => ({ default: (await import("./program/ProgramsPage")).ProgramsPage }));
const ProgramShow = lazy(async () => ({ default: (await import("./program/ProgramShow")).ProgramShow }));
const ProgramCreate = lazy(async () => ({ default: (await import("./program/ProgramCreate")).ProgramCreate }));
const ProgramRoutesGrid = lazy(async () => ({ default: (await import("./program/ProgramGrids")).ProgramRoutesGrid }));
const ProgramBudgetGrid = lazy(async () => ({ default: (await import("./program/ProgramGrids")).ProgramBudgetGrid }));
const ClaimList = lazy(async () => ({ default: (await import("./claim/ClaimList")).ClaimList }));
const ClaimShow = lazy(async () => ({ default: (await import("./claim/page/ClaimShow")).ClaimShow }));
const ClaimCreate = lazy(async () => ({ default: (await import("./claim/ClaimCreate")).ClaimCreate }));
const ClaimLineList = lazy(async () => ({ default: (await import("./claim/ClaimLines")).ClaimLineList }));
const ClaimLineShow = lazy(async () => ({ default: (await import("./claim/ClaimLines")).ClaimLineShow }));
const ClaimLineGrid = lazy(async () => ({ default: (await import("./claim/ClaimLines")).ClaimLineGrid }));
const LinesOfClaimGrid = lazy(async () => ({ default: (await import("./claim/ClaimLines")).LinesOfClaimGrid }));

const HAND_OVERS = {
  label: { vi: "Giao nhận hồ sơ", en: "Hand-overs" },
  shortLabel: { vi: "Giao nhận", en: "Hand-overs" },
  icon: PackageCheck,
  group: TRANSFERS,
};

/** What moving dossiers between agencies costs: routes, rates, records, programs, estimates and claims. */
export const subsidy: Noun = {
  resources: {
    subsidyEstimates: { list: EstimateList, show: EstimateShow, create: EstimateCreate },
    subsidyEstimateLines: {},
    subsidyPrograms: { list: ProgramsPage, show: ProgramShow, create: ProgramCreate },
    subsidyProgramRoutes: {},
    subsidyBudgetLines: {},
    transferRoutes: { list: RouteList },
    transferRates: { list: RateList },
    handOvers: { list: HandOverList },
    subsidyClaims: { list: ClaimList, show: ClaimShow, create: ClaimCreate },
    subsidyClaimLines: { list: ClaimLineList, show: ClaimLineShow },
  },
  grids: {
    subsidyPrograms: PROGRAM_COLUMNS,
    subsidyProgramRoutes: ALL_PROGRAM_ROUTE_COLUMNS,
    subsidyBudgetLines: ALL_BUDGET_COLUMNS,
    transferRoutes: ROUTE_COLUMNS,
    transferRates: RATE_COLUMNS,
    handOvers: HAND_OVER_COLUMNS,
  },
  looks: { handOver: HAND_OVER_LOOKS, subsidyClaim: { state: CLAIM_LOOK }, subsidyEstimate: { state: ESTIMATE_LOOK } },
  menu: [
    {
      label: { vi: "Dự toán", en: "Estimates" },
      to: "/subsidyEstimates",
      also: ["/subsidyEstimateLines", "/subsidy-need"],
      icon: FileSpreadsheet,
      group: TRANSFERS,
      permission: "subsidyEstimate.read",
      // Estimates are between an administration and its payer: a carrier has none to see.
      isFor: ({ roles }) => roles.some((role) => role !== "POST"),
    },
    {
      label: { vi: "Kế hoạch kinh phí", en: "Programs" },
      to: "/subsidyPrograms",
      also: ["/subsidyProgramRoutes", "/subsidyBudgetLines"],
      icon: HandCoins,
      group: TRANSFERS,
      permission: "subsidyProgram.read",
    },
    {
      label: { vi: "Tuyến và đơn giá", en: "Routes and rates" },
      to: "/transferRoutes",
      icon: Truck,
      group: TRANSFERS,
      permission: "transferRoute.read",
      also: ["/transferRates"],
    },
    {
      ...HAND_OVERS,
      to: "/handOvers/grid",
      also: ["/handOvers"],
      permission: "handOver.change",
    },
    {
      ...HAND_OVERS,
      to: "/handOvers",
      permission: "handOver.read",
      isFor: ({ permissions }) => !permissions.includes("handOver.change"),
    },
    {
      label: { vi: "Đề nghị thanh toán", en: "Claims" },
      to: "/subsidyClaims",
      also: ["/subsidyClaimLines"],
      icon: ReceiptText,
      group: TRANSFERS,
      permission: "subsidyClaim.read",
      count: {
        query: CLAIMS_WAITING,
        variables: (viewer) => {
          const waiting = waitingFor(viewer);
          return waiting && { waiting };
        },
        read: (data) => data.claimsWaiting?.total || null,
      },
    },
  ],
  routes: [
    { path: "/subsidy-need", page: NeedPage },
    { path: "/subsidyPrograms/:id/routes/grid", page: ProgramRoutesGrid },
    { path: "/subsidyPrograms/:id/budget/grid", page: ProgramBudgetGrid },
    { path: "/subsidyClaims/:id/lines/grid", page: LinesOfClaimGrid },
    { path: "/subsidyClaimLines/grid", page: ClaimLineGrid },
  ],
};
