import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Icon } from "./icon";

/** A number that opens the rows behind it. */
export function FigureCard({
  icon: Shape,
  title,
  figure,
  unit,
  detail,
  action,
  to,
}: {
  icon: Icon;
  title: string;
  figure: ReactNode;
  unit: string;
  detail?: ReactNode;
  action: string;
  to: string;
}) {
  return (
    <Link className="card figure-card" to={to}>
      <span className="row top">
        <Shape size={16} aria-hidden />
        <span className="muted">{title}</span>
      </span>
      <span className="figure">
        {figure} <small>{unit}</small>
      </span>
      {detail && <span className="detail">{detail}</span>}
      <span className="action">
        {action}
        <ArrowRight size={16} aria-hidden />
      </span>
    </Link>
  );
}
