import { CircleCheck, Minus, TriangleAlert } from "lucide-react";
import { formatNumber } from "../platform/format";
import { useLanguage, useWords } from "../platform/language";
import type { Counted } from "./figures";
import type { ReadingScore } from "./scorecard.graphql";
import { words } from "./target.words";

type Judged = Pick<ReadingScore, "state" | "shortfall" | "surplus">;

/** "Còn thiếu 9 thủ tục", "Đạt, dư 18 hồ sơ" or "Không áp dụng": shape, word, colour; `compact` takes the shorter word on a phone. */
export function Verdict({
  score,
  counted,
  compact = false,
  plain = false,
}: {
  score: Judged;
  counted: Counted;
  compact?: boolean;
  /** Without what is to spare, where that was not kept. */
  plain?: boolean;
}) {
  const w = useWords(words);
  const language = useLanguage();
  if (score.state === "NOT_APPLICABLE") {
    return (
      <span className="verdict na">
        <Minus size={18} aria-hidden /> {w.notApplicable}
      </span>
    );
  }
  if (score.state === "MET") {
    const surplus = score.surplus ?? 0;
    return (
      <span className="verdict met">
        <CircleCheck size={18} aria-hidden />
        <span>
          <b>{w.met}</b>{" "}
          {plain ? null : surplus > 0 ? w.surplus(formatNumber(surplus, language), counted, surplus) : w.exactly}
        </span>
      </span>
    );
  }
  const missing = score.shortfall ?? 0;
  return (
    <span className="verdict missed">
      <TriangleAlert size={18} aria-hidden />
      <span>
        {compact ? (
          <>
            <span className="wide-only">{w.short}</span>
            <span className="narrow-only">{w.shortBare}</span>
          </>
        ) : (
          w.short
        )}{" "}
        <b>{formatNumber(missing, language)}</b> {w.counted(counted, missing)}
      </span>
    </span>
  );
}
