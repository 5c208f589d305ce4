import Button from "@mui/material/Button";
import { FilePenLine, GitCompareArrows, KeyRound, PackageCheck, Table2, UserPlus } from "lucide-react";
import { lazy, Suspense } from "react";
import { Link } from "react-router";
import { RecordButton } from "../decision/record/RecordButton";
import { useAsOf } from "../platform/as-of";
import { formatDate, formatLongDate, formatNumber } from "../platform/format";
import { useLanguage, useWords } from "../platform/language";
import { Bones, Failed } from "../platform/ui/states";
import { Page } from "../platform/ui/Page";
import { useGraphql } from "../platform/use-graphql";
import { useMoneyCards } from "../subsidy/home/use-money-cards";
import { useViewer, type Viewer } from "../platform/viewer";
import { CARDS, HomeCards, type CardRole } from "./cards";
import { figuresQuery, MY_CHANGES, MY_TOKENS, type Figure, type Figures } from "./figures.graphql";
import { words } from "./home.words";
import { LastDecisions } from "./LastDecisions";
import { RecentChanges } from "./RecentChanges";
import { TryNow, type Task } from "./TryNow";
import { useTargetsMet } from "./use-targets-met";
import { usePostal, type Postal } from "./use-postal";

const LeaderHome = lazy(async () => ({ default: (await import("../target/home/LeaderHome")).LeaderHome }));
const OwnTargets = lazy(async () => ({ default: (await import("../target/home/OwnTargets")).OwnTargets }));

/** Vietnamese given names stand last. */
const givenName = (name: string): string => name.trim().split(/\s+/).pop() ?? name;

/** The page each role starts on. */
export function Home() {
  const viewer = useViewer();
  const role = viewer?.roles[0];
  if (!viewer || !role) return <Bones />;
  return role === "LEADER" ? <LeaderHome /> : <HomeOf viewer={viewer} role={role} />;
}

/** Three tasks for a newcomer, by what the role may do. */
function useTasks(viewer: Viewer, role: CardRole, postal: Postal | undefined, tokens: number | undefined): Task[] {
  const w = useWords(words);
  const language = useLanguage();
  const mine = useGraphql<{ changeSets: { total: number } }>(MY_CHANGES, { person: viewer.person.id });
  const number = (value: number): string => formatNumber(value, language);
  const last = postal?.steps.at(-1);
  const edit: Task = {
    id: "edit",
    title: w.taskEdit,
    more: w.taskEditMore,
    to: "/procedures/grid",
    done: (mine.data?.changeSets.total ?? 0) > 0,
  };
  const compare: Task[] = postal
    ? [
        {
          id: "compare",
          title: w.taskCompare(formatDate(postal.yearBefore)),
          more: w.taskCompareMore(number(postal.lastYear.added.length), number(postal.lastYear.removed.length)),
          to: `/postal-catalog?compare=${postal.yearBefore}`,
        },
      ]
    : [];
  const decision: Task[] = last
    ? [
        {
          id: "decision",
          title: w.taskDecision(last.decision.number),
          more: w.taskDecisionMore,
          to: `/decisions/${last.decision.id}/show`,
        },
      ]
    : [];
  const data: Task = { id: "data", title: w.taskData, more: w.taskDataMore, to: "/procedures" };
  const token: Task = {
    id: "token",
    title: w.taskToken,
    more: w.taskTokenMore,
    to: "/tokens",
    done: (tokens ?? 0) > 0,
  };
  if (role === "CATALOG") return [edit, ...compare, data].slice(0, 3);
  if (role === "ADMINISTRATOR" || role === "REPORTER") return [token, data, ...compare].slice(0, 3);
  return [...compare, ...decision, data].slice(0, 3);
}

function HomeOf({ viewer, role }: { viewer: Viewer; role: CardRole }) {
  const w = useWords(words);
  const language = useLanguage();
  const { date } = useAsOf();
  const cards = CARDS[role];
  const figures: Figure[] = cards.flatMap((card) =>
    card === "tokens" || card === "targets"
      ? []
      : card === "procedures"
        ? ["procedures", "inForce"]
        : card === "tasks"
          ? ["tasks", "lateTasks"]
          : [card],
  );
  const { data, error, refetch } = useGraphql<Figures>(figuresQuery(figures), { asOf: date }, { keep: true });
  const keys = useGraphql<{ viewer: { tokens: unknown[] } | null }>(
    MY_TOKENS,
    {},
    { enabled: cards.includes("tokens") },
  );
  const targets = useTargetsMet(cards.includes("targets"));
  const money = useMoneyCards(viewer);
  const tokens = keys.data?.viewer?.tokens.length;
  const postal = usePostal(viewer.permissions.includes("catalogEntry.read"));
  const tasks = useTasks(viewer, role, postal, tokens);
  const number = (value: number): string => formatNumber(value, language);
  const last = postal?.steps.at(-1);
  const name = givenName(viewer.person.name);
  const title =
    role === "CATALOG" && data?.noCode
      ? w.titleCodes(name, number(data.noCode.total))
      : role === "ADMINISTRATOR" && data?.people
        ? w.titlePeople(number(data.people.total))
        : w.hello(name);

  const actions =
    role === "CATALOG" ? (
      <>
        <RecordButton />
        <Button component={Link} to="/procedures/grid" variant="contained" startIcon={<Table2 size={16} />}>
          {w.openGrid}
        </Button>
      </>
    ) : role === "ADMINISTRATOR" ? (
      <Button component={Link} to="/people/create" variant="contained" startIcon={<UserPlus size={16} />}>
        {w.addPerson}
      </Button>
    ) : role === "REPORTER" ? (
      <Button component={Link} to="/tokens" variant="contained" startIcon={<KeyRound size={16} />}>
        {w.makeToken}
      </Button>
    ) : role === "AGENCY" ? (
      <Button component={Link} to="/count-sheet/grid" variant="contained" startIcon={<FilePenLine size={16} />}>
        {w.enterCounts}
      </Button>
    ) : role === "POST" ? (
      <Button component={Link} to="/handOvers/grid" variant="contained" startIcon={<PackageCheck size={16} />}>
        {w.enterHandOvers}
      </Button>
    ) : (
      <Button component={Link} to="/compare" variant="outlined" startIcon={<GitCompareArrows size={16} />}>
        {w.compareDates}
      </Button>
    );

  return (
    <Page
      title={title}
      lead={
        <>
          {formatLongDate(date, language)}. {postal && `${w.titleCatalog(number(postal.count))}. `}
          {last && w.leadLast(last.decision.number, formatDate(last.date))}
        </>
      }
      actions={actions}
    >
      {error ? (
        <div className="card">
          <Failed error={error} onRetry={() => void refetch()} />
        </div>
      ) : data && money ? (
        <HomeCards
          cards={cards}
          first={money}
          figures={data}
          tokens={tokens}
          targets={targets}
          year={
            postal && {
              number: postal.number,
              added: postal.thisYear.added.length,
              removed: postal.thisYear.removed.length,
            }
          }
        />
      ) : (
        <Bones />
      )}
      {role === "AGENCY" && (
        <Suspense fallback={<Bones lines={4} />}>
          <OwnTargets />
        </Suspense>
      )}
      <div className="home-columns">
        {role === "CATALOG" || role === "ADMINISTRATOR" ? (
          <RecentChanges />
        ) : (
          <LastDecisions steps={postal?.steps ?? []} entries={postal?.entries ?? []} />
        )}
        <TryNow tasks={tasks} />
      </div>
    </Page>
  );
}
