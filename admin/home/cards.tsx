import {
  ClipboardCheck,
  FileText,
  History,
  KeyRound,
  Library,
  ListTodo,
  MonitorCheck,
  ReceiptText,
  ScanLine,
  Stamp,
  Target,
  Truck,
  Users,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { formatNumber } from "../platform/format";
import { useLanguage, useWords } from "../platform/language";
import { FigureCard } from "../platform/ui/FigureCard";
import type { Role } from "../platform/viewer";
import { ASSUMED, NO_CODE, type Figure, type Figures } from "./figures.graphql";
import { words } from "./home.words";

export type Card = Exclude<Figure, "inForce" | "lateTasks"> | "tokens" | "targets";

/** Those whose home is made of cards; a leader's is made of targets. */
export type CardRole = Exclude<Role, "LEADER">;

/** At most five cards a role, each a number that opens its rows. */
export const CARDS: Record<CardRole, Card[]> = {
  CATALOG: ["postal", "online", "targets", "noCode", "assumed"],
  ADMINISTRATOR: ["people", "tokens", "changes", "procedures", "postal"],
  AGENCY: ["procedures", "postal", "online", "tasks", "decisions"],
  FINANCE: ["routes", "rates", "decisions"],
  POST: ["postal", "procedures", "tasks", "decisions"],
  REPORTER: ["tokens", "procedures", "postal", "online", "decisions"],
};

const listOf = (path: string, filter: object): string => `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

type FirstCard = ComponentProps<typeof FigureCard>;

/** More would not be read. */
const MOST = 5;

interface HomeCardsProps {
  cards: Card[];
  /** Cards of another noun that have something to say: they come first, and others make room for them. */
  first: readonly FirstCard[];
  figures: Figures;
  tokens: number | undefined;
  /** How many of the targets were met in the last whole year. */
  targets: { met: number; applicable: number; span: string } | undefined;
  /** What the postal catalog gained and lost this year. */
  year: { number: string; added: number; removed: number } | undefined;
}

/** The cards of a home. */
export function HomeCards({ cards, first, figures, tokens, targets, year }: HomeCardsProps) {
  const w = useWords(words);
  const language = useLanguage();
  const number = (value: number): string => formatNumber(value, language);
  const shapes: Record<
    Card,
    { icon: LucideIcon; title: string; unit: string; detail?: string; action: string; to: string }
  > = {
    postal: {
      icon: Library,
      title: w.postal,
      unit: w.procedure,
      detail: year && w.sinceNewYear(year.number, number(year.added), number(year.removed)),
      action: w.openCatalog,
      to: "/postal-catalog",
    },
    online: {
      icon: MonitorCheck,
      title: w.online,
      unit: w.procedure,
      detail: w.onlineMore,
      action: w.openCatalog,
      to: "/online-catalogs",
    },
    procedures: {
      icon: FileText,
      title: w.procedures,
      unit: w.procedure,
      detail: figures.inForce && w.inForce(number(figures.inForce.total)),
      action: w.openList,
      to: "/procedures",
    },
    noCode: {
      icon: ScanLine,
      title: w.noCode,
      unit: w.procedure,
      detail: w.noCodeMore,
      action: w.openRows(number(figures.noCode?.total ?? 0)),
      to: listOf("/procedures", NO_CODE),
    },
    assumed: {
      icon: ClipboardCheck,
      title: w.assumed,
      unit: w.decision,
      detail: w.assumedMore,
      action: w.openRows(number(figures.assumed?.total ?? 0)),
      to: listOf("/decisions", ASSUMED),
    },
    decisions: { icon: Stamp, title: w.decisions, unit: w.decision, action: w.openList, to: "/decisions" },
    tasks: {
      icon: ListTodo,
      title: w.tasks,
      unit: w.task,
      detail: figures.lateTasks && w.tasksLate(number(figures.lateTasks.total)),
      action: w.openList,
      to: "/tasks?show=open",
    },
    people: {
      icon: Users,
      title: w.people,
      unit: w.person,
      detail: w.peopleMore,
      action: w.openList,
      to: listOf("/people", { isActive: { eq: true } }),
    },
    targets: {
      icon: Target,
      title: w.targets,
      unit: w.ofTargets(number(targets?.applicable ?? 0)),
      detail: targets?.span,
      action: w.openResults,
      to: "/scorecard",
    },
    tokens: { icon: KeyRound, title: w.tokens, unit: w.key, detail: w.tokensMore, action: w.open, to: "/tokens" },
    changes: {
      icon: History,
      title: w.changes,
      unit: w.set,
      detail: w.changesMore,
      action: w.openList,
      to: "/changeSets",
    },
    routes: {
      icon: Truck,
      title: w.routes,
      unit: w.route,
      detail: w.routesMore,
      action: w.openList,
      to: "/transferRoutes",
    },
    rates: {
      icon: ReceiptText,
      title: w.rates,
      unit: w.rate,
      detail: w.ratesMore,
      action: w.openList,
      to: "/transferRates",
    },
  };
  return (
    <div className="figure-cards">
      {first.map((card) => (
        <FigureCard key={card.to} {...card} />
      ))}
      {cards.slice(0, Math.max(0, MOST - first.length)).map((card) => {
        const value = card === "tokens" ? tokens : card === "targets" ? targets?.met : figures[card]?.total;
        return value === undefined ? null : <FigureCard key={card} {...shapes[card]} figure={number(value)} />;
      })}
    </div>
  );
}
