import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Sheet } from "../../server/catalog/posted-sheet.rules";
import type { Language } from "../platform/format";
import { blocksOf, paginate, type Block } from "./sheet-blocks";
import { SheetBlocks } from "./SheetBlocks";
import "./posted-sheet.css";

const MM = 96 / 25.4;
/** Between the margins of A4, above the page's number. */
const PAGE_HEIGHT = (297 - 20 - 20 - 6) * MM;
const PAGE_WIDTH = 210 * MM;

/** Where each piece ends less where the one before ended: margins that fall together are counted once. */
function heightsOf(box: HTMLElement): number[] {
  const pieces = [...box.querySelectorAll<HTMLElement>(":scope > :not(table), :scope > table tr")];
  const top = box.getBoundingClientRect().top;
  const ends = pieces.map((piece) => {
    const after = piece.tagName === "TR" ? 0 : parseFloat(getComputedStyle(piece).marginBottom);
    return piece.getBoundingClientRect().bottom + after - top;
  });
  return ends.map((end, index) => end - (ends[index - 1] ?? 0));
}

function usePages(blocks: Block[]): { pages: Block[][]; measured: React.RefObject<HTMLDivElement | null> } {
  const measured = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<Block[][]>([]);
  const [fonts, setFonts] = useState(0);
  useEffect(() => {
    void document.fonts.ready.then(() => setFonts((known) => known + 1));
  }, []);
  useLayoutEffect(() => {
    if (measured.current) setPages(paginate(blocks, heightsOf(measured.current), PAGE_HEIGHT));
  }, [blocks, fonts]);
  return { pages, measured };
}

/** By how much pages are drawn smaller where they are wider than the screen. */
function useScale(): { frame: React.RefObject<HTMLDivElement | null>; scale: number } {
  const frame = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    const observer = new ResizeObserver(() => setScale(Math.min(1, box.clientWidth / PAGE_WIDTH)));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return { frame, scale };
}

/** The sheet as pages of A4: what is seen here is what the printer prints, heads repeated and no line cut. */
export function PaperSheet({ sheet, language }: { sheet: Sheet; language: Language }) {
  const blocks = useMemo(() => blocksOf(sheet), [sheet]);
  const { pages, measured } = usePages(blocks);
  const { frame, scale } = useScale();
  return (
    <div className="paper" ref={frame} lang={language}>
      <div className="sheet-text measuring" ref={measured} aria-hidden inert>
        <SheetBlocks blocks={blocks} sheet={sheet} />
      </div>
      {pages.map((page, index) => (
        <section
          key={index}
          className="sheet-page"
          style={{ zoom: scale }}
          aria-label={`${sheet.words.page} ${index + 1}/${pages.length}`}
        >
          <div className="sheet-text">
            <SheetBlocks blocks={page} sheet={sheet} />
          </div>
          <div className="sheet-number">
            {sheet.words.page} {index + 1}/{pages.length}
          </div>
        </section>
      ))}
    </div>
  );
}
