import { ChevronRight } from "lucide-react";
import { Fragment, useEffect, type ReactNode } from "react";
import { Link } from "react-router";
import { useAsOf } from "../as-of";
import { formatDate } from "../format";
import { defineWords, useWords } from "../language";

const words = defineWords({
  vi: { asOf: (date: string) => `Tại ngày ${date}`, path: "Đường dẫn" },
  en: { asOf: (date: string) => `As of ${date}`, path: "Breadcrumb" },
});

/** A step of the way to this page. */
export interface Crumb {
  text: string;
  to?: string;
}

interface PageProps {
  crumbs?: Crumb[];
  /** Beside the heading, before it: an arrow back where a phone's page has no path. */
  before?: ReactNode;
  /** What the browser's tab says; the heading itself may carry marks. */
  title: string;
  heading?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** On paper there is no strip, so the day stands in the head. */
function PrintedDate() {
  const w = useWords(words);
  const { date } = useAsOf();
  return <p className="print-only">{w.asOf(formatDate(date))}</p>;
}

/** A page: the way to it, the answer as its title, one line below, its buttons, its content. */
export function Page({ crumbs, before, title, heading, lead, actions, children }: PageProps) {
  const w = useWords(words);
  useEffect(() => {
    document.title = `${title} · Danh Mục`;
  }, [title]);
  return (
    <div className="page">
      <div className={before ? "page-head in-line" : "page-head"}>
        {before}
        <div className="grow">
          {crumbs && crumbs.length > 0 && (
            <nav className="crumb" aria-label={w.path}>
              {crumbs.map((crumb) => (
                <Fragment key={crumb.text}>
                  {crumb.to ? <Link to={crumb.to}>{crumb.text}</Link> : <span>{crumb.text}</span>}
                  <ChevronRight size={14} aria-hidden />
                </Fragment>
              ))}
            </nav>
          )}
          <h1>{heading ?? title}</h1>
          <PrintedDate />
          {lead && <p className="lead">{lead}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
