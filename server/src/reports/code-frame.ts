/** The lines around a place with marks below it. Long lines are shown in a window around the place. */
import type { Range } from '../ir/model.js';
import type { Lines } from './lines.js';
import { type Cell, cells, widthOf } from './terminal-text.js';

export interface FrameColours {
  dim(text: string): string;
  mark(text: string): string;
}

export function codeFrame(lines: Lines, range: Range, colours: FrameColours): string[] {
  const start = lines.position(range.start);
  const end = lines.position(Math.max(range.end, range.start));
  const first = Math.max(1, start.line - 1);
  const last = Math.min(lines.count, start.line + 1);
  const gutter = String(last).length;
  const focus = cells(lines.line(start.line));
  const window = windowAround(focus, start.column - 1);

  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const shown = number === start.line ? focus : cells(lines.line(number));
    if (number !== start.line && widthOf(shown) === 0) continue;
    frame.push(`${colours.dim(`${String(number).padStart(gutter)} | `)}${textOf(shown, window)}`.trimEnd());
    if (number !== start.line) continue;
    const stop = end.line === start.line ? end.column - 1 : focus.length;
    const before = widthOf(focus.slice(window.from, start.column - 1)) + window.lead;
    const marked = Math.max(1, widthOf(focus.slice(start.column - 1, Math.max(Math.min(stop, window.to), start.column))));
    frame.push(`${colours.dim(`${' '.repeat(gutter)} | `)}${' '.repeat(before)}${colours.mark('^'.repeat(marked))}`);
  }
  return frame;
}

interface Window {
  readonly from: number;
  readonly to: number;
  /** Columns taken by the sign that something was left out. */
  readonly lead: number;
}

function windowAround(shown: readonly Cell[], at: number): Window {
  const from = widthOf(shown) <= widest ? 0 : Math.max(0, at - Math.floor(widest / 3));
  return { from: from === 1 ? 0 : from, to: from + widest, lead: from <= 1 ? 0 : 1 };
}

function textOf(shown: readonly Cell[], window: Window): string {
  const text = shown
    .slice(window.from, window.to)
    .map((cell) => cell.text)
    .join('');
  return `${window.lead > 0 ? '…' : ''}${text}${window.to < shown.length ? '…' : ''}`;
}

const widest = 140;
