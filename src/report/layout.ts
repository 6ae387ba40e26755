import {
  type Area,
  type Block,
  type Content,
  type Page,
  type PageCell,
  type Style,
  type TextOf,
  pageColumns as all,
  wordsOf,
} from "./page";
import { heightOf, linesOf } from "./textSize";

const [ink, quiet, pale] = ["#1a1a1a", "#5f6368", "#f1f4f8"];
const tableText = 9;

/** A page while blocks are put on it. */
interface Draft {
  readonly heights: number[];
  readonly cells: PageCell[];
  readonly lines: Area[];
  readonly shaded: Area[];
  readonly cards: Area[];
  readonly judged: Page["judged"][number][];
  readonly charts: { readonly row: number; readonly chart: Page["charts"][number]["chart"] }[];
}

/** Puts blocks below each other. */
export function layOut(blocks: readonly Block[], textOf: TextOf): Page {
  const draft: Draft = { heights: [], cells: [], lines: [], shaded: [], cards: [], judged: [], charts: [] };
  for (const block of blocks) place(block, draft, textOf);
  return { ...draft, merges: mergesOf(draft.cells) };
}

function addRow(draft: Draft, height: number): number {
  return draft.heights.push(height);
}

function put(
  draft: Draft,
  row: number,
  column: number,
  span: number,
  content: Content,
  style: Style,
  format = "",
) {
  draft.cells.push({ row, column, span, content, style, format });
}

/** Adds a row of one content. */
function addLine(draft: Draft, height: number, content: Content, style: Style): number {
  const row = addRow(draft, height);
  put(draft, row, 1, all, content, style);
  return row;
}

function place(block: Block, draft: Draft, textOf: TextOf): void {
  if (block.kind === "title") placeTitle(block, draft, textOf);
  else if (block.kind === "heading") placeHeading(block.text, draft);
  else if (block.kind === "subheading") {
    addRow(draft, 8);
    addLine(draft, 22, block.text, { size: 10, isBold: true, color: ink });
  } else if (block.kind === "text") placeText(block.text, draft, textOf, { size: tableText, color: quiet });
  else if (block.kind === "lead") placeText(block.text, draft, textOf, { size: 11, color: ink });
  else if (block.kind === "gap") addRow(draft, 6);
  else if (block.kind === "cards") placeCards(block.cards, draft);
  else if (block.kind === "table") placeTable(block, draft, textOf);
  else draft.charts.push({ row: addRow(draft, block.chart.height + 8), chart: block.chart });
}

function placeTitle({ text, lines }: Extract<Block, { kind: "title" }>, draft: Draft, textOf: TextOf): void {
  addLine(draft, 32, text, { size: 20, isBold: true, color: ink });
  for (const line of lines) placeText(line, draft, textOf, { size: 10, color: quiet });
  addRow(draft, 6);
}

function placeHeading(text: string, draft: Draft): void {
  addRow(draft, 12);
  const row = addLine(draft, 26, text, { size: 13, isBold: true, color: ink });
  draft.lines.push({ row, column: 1, rows: 1, columns: all });
  addRow(draft, 4);
}

function placeText(
  text: Content,
  draft: Draft,
  textOf: TextOf,
  style: { readonly size: number; readonly color: string },
): void {
  addLine(draft, heightOf(linesOf(wordsOf(textOf(text)), all, style.size), style.size), text, style);
}

const cardSpan = 4;

function placeCards(
  cards: readonly Extract<Block, { kind: "cards" }>["cards"][number][],
  draft: Draft,
): void {
  const style = { background: pale, align: "center" } as const;
  for (let from = 0; from < cards.length; from += all / cardSpan) {
    if (from > 0) addRow(draft, 8);
    const [label, value, caption] = [addRow(draft, 22), addRow(draft, 28), addRow(draft, 34)];
    cards.slice(from, from + all / cardSpan).forEach((card, index) => {
      const column = 1 + index * cardSpan;
      const area = { row: label, column, rows: 3, columns: cardSpan };
      draft.cards.push(area);
      if (card.isJudged) draft.judged.push({ ...area, caption: card.caption });
      put(draft, label, column, cardSpan, card.label, { ...style, size: 9, isBold: true, color: quiet });
      put(
        draft,
        value,
        column,
        cardSpan,
        card.content,
        { ...style, size: 17, isBold: true, color: ink },
        card.format,
      );
      put(draft, caption, column, cardSpan, card.caption, {
        ...style,
        size: 8,
        color: quiet,
      });
    });
  }
}

function placeTable(block: Extract<Block, { kind: "table" }>, draft: Draft, textOf: TextOf): void {
  const size = block.isSmall ? 8 : tableText;
  const places = block.columns.map((_, index) =>
    block.columns.slice(0, index).reduce((sum, { span }) => sum + span, 1),
  );
  const lines = (content: Content, span: number) => {
    const text = textOf(content);
    return typeof text === "string" ? linesOf(text, span, size) : 1;
  };
  const rowHeight = (row: readonly Content[]) =>
    heightOf(Math.max(...row.map((content, index) => lines(content, block.columns[index]!.span))), size);
  const titles = block.columns.map(({ title }) => title);
  const header = addRow(draft, rowHeight(titles));
  block.columns.forEach(({ span, align }, index) => {
    const style = { size, isBold: true, color: quiet } as const;
    put(draft, header, places[index]!, span, titles[index]!, { ...style, align: align ?? "left" });
  });
  draft.lines.push({ row: header, column: 1, rows: 1, columns: all });
  block.rows.forEach((row, number) => {
    const at = addRow(draft, rowHeight(row));
    row.forEach((content, index) => {
      const { span, align, format } = block.columns[index]!;
      const style = { size, color: ink, align: align ?? "left" } as const;
      put(draft, at, places[index]!, span, content, style, block.formats?.[number]?.[index] ?? format);
    });
  });
  if (!block.shaded || block.rows.length === 0) return;
  const [first, last] = block.shaded;
  const end = places[last]! + block.columns[last]!.span;
  draft.shaded.push({
    row: header + 1,
    column: places[first]!,
    rows: block.rows.length,
    columns: end - places[first]!,
  });
}

/** Areas to merge across: cells of the same columns in rows that follow each other go together. */
function mergesOf(cells: readonly PageCell[]): Area[] {
  const open = new Map<string, Area & { rows: number }>();
  const merges: Area[] = [];
  for (const { row, column, span } of cells) {
    if (span === 1) continue;
    const before = open.get(`${column}:${span}`);
    if (before && before.row + before.rows === row) before.rows++;
    else {
      const next = { row, column, rows: 1, columns: span };
      merges.push(next);
      open.set(`${column}:${span}`, next);
    }
  }
  return merges;
}
