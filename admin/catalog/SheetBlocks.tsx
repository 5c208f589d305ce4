import type { ReactNode } from "react";
import type { Sheet, SheetColumn } from "../../server/catalog/posted-sheet.rules";
import { isOfTable, type Block, type TableBlock } from "./sheet-blocks";

function Head({ sheet }: { sheet: Sheet }) {
  return (
    <div className="sheet-head">
      <div>
        {sheet.above && <div>{sheet.above}</div>}
        <b>{sheet.agency}</b>
        <hr />
      </div>
      <div>
        <b>{sheet.words.nation}</b>
        <b className="motto">{sheet.words.motto}</b>
        <hr />
      </div>
    </div>
  );
}

function Signature({ sheet }: { sheet: Sheet }) {
  return (
    <div className="sheet-signature">
      <i>{sheet.words.placeAndDay}</i>
      <b>{sheet.words.signs}</b>
      <i>{sheet.words.signHow}</i>
    </div>
  );
}

function Piece({ block, sheet }: { block: Exclude<Block, TableBlock>; sheet: Sheet }): ReactNode {
  switch (block.kind) {
    case "head":
      return <Head sheet={sheet} />;
    case "signature":
      return <Signature sheet={sheet} />;
    case "title":
      return <h2 className="sheet-title">{block.text}</h2>;
    case "heading": {
      const Heading = block.level === 1 ? "h3" : "h4";
      return <Heading className={`sheet-heading level-${block.level}`}>{block.text}</Heading>;
    }
    default:
      return <p className={`sheet-${block.kind}`}>{block.text}</p>;
  }
}

function Line({ block, sheet }: { block: TableBlock; sheet: Sheet }) {
  if (block.kind === "columns") return null;
  if (block.kind === "band") {
    return (
      <tr className="band">
        <th colSpan={block.columns.length} scope="rowgroup">
          {block.text}
        </th>
      </tr>
    );
  }
  return (
    <tr>
      {block.columns.map(({ key, align }, at) => (
        <td key={key} className={align}>
          {block.row.cells[at]}
          {key === "name" && block.row.isDemo && <span className="sheet-demo">{sheet.words.demoMark}</span>}
        </td>
      ))}
    </tr>
  );
}

function ListTable({ columns, blocks, sheet }: { columns: SheetColumn[]; blocks: TableBlock[]; sheet: Sheet }) {
  return (
    <table className="sheet-table">
      <colgroup>
        {columns.map(({ key, width }) => (
          <col key={key} style={{ width: `${width}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ key, label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {blocks.map((block, index) => (
          <Line key={index} block={block} sheet={sheet} />
        ))}
      </tbody>
    </table>
  );
}

/** Pieces of the sheet as they stand below one another; those of one table in one table, under its head. */
export function SheetBlocks({ blocks, sheet }: { blocks: Block[]; sheet: Sheet }) {
  const drawn: ReactNode[] = [];
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at]!;
    if (!isOfTable(block)) {
      drawn.push(<Piece key={at} block={block} sheet={sheet} />);
      at++;
      continue;
    }
    let end = at;
    const lines: TableBlock[] = [];
    for (let next = blocks[end]; next && isOfTable(next) && next.columns === block.columns; next = blocks[++end])
      lines.push(next);
    drawn.push(<ListTable key={at} columns={block.columns} blocks={lines} sheet={sheet} />);
    at = end;
  }
  return drawn;
}
