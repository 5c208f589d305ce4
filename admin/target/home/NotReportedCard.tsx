import { Clock } from "lucide-react";
import { formatDate, formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Status } from "../../platform/ui/Status";
import { useGraphql } from "../../platform/use-graphql";
import { useNames } from "../use-names";
import { NOT_REPORTED, type NotReportedData } from "./home.graphql";
import { words } from "./home.words";

const NAMED = 5;

/** Who has not sent the counts of the last period that is over; stands once the answer is there. */
export function NotReportedCard({ period }: { period: string }) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const { data } = useGraphql<NotReportedData>(NOT_REPORTED, { period, limit: NAMED });
  if (!data) return null;
  const { notReported: found } = data;
  const number = (value: number): string => formatNumber(value, language);
  const rest = found.total - found.items.length;
  return (
    <section className="card" aria-labelledby="not-reported-title">
      <div className="card-head">
        <h2 id="not-reported-title" className="grow">
          {w.notReported(found.period.name)}
        </h2>
        {found.total > 0 &&
          (found.daysLate && found.daysLate > 0 ? (
            <Status kind="short" icon={Clock}>
              {w.late(number(found.daysLate), found.daysLate)}
            </Status>
          ) : (
            found.period.dueOn && <span className="hint">{w.due(formatDate(found.period.dueOn))}</span>
          ))}
      </div>
      <div className="card-body">
        {found.total === 0 ? (
          w.allReported(number(found.expected))
        ) : (
          <>
            <b className="strong">{number(found.total)}</b>{" "}
            {w.notReportedOf(number(found.total), number(found.expected))}
            {found.items.map(({ agency }) => name(agency)).join(", ")}
            {rest > 0 && w.andMore(number(rest))}.
          </>
        )}
      </div>
    </section>
  );
}
