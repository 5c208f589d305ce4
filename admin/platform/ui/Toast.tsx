import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { defineWords, useWords } from "../language";

const words = defineWords({ vi: { open: "Xem, hoàn tác" }, en: { open: "See, undo" } });

/** What was written, told after the server has answered, with the way to the change set that can be undone. */
export function Toast({ changeSet, children }: { changeSet?: string; children: ReactNode }) {
  const w = useWords(words);
  return (
    <div className="toast" role="status">
      <Check size={16} aria-hidden />
      <span>{children}</span>
      {changeSet && <Link to={`/changeSets/${changeSet}/show`}>{w.open}</Link>}
    </div>
  );
}
