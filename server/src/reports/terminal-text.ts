/** Source text as a terminal shows it: how wide it is, with nothing in it that a terminal would obey. */

export interface Cell {
  readonly text: string;
  readonly width: number;
}

/** The text in units that stay together, each with its width. Tabs reach to the next column that `tabSize` divides. */
export function cells(text: string, tabSize = 4): readonly Cell[] {
  const result: Cell[] = [];
  let column = 0;
  for (const character of text) {
    const cell = cellOf(character, tabSize - (column % tabSize));
    column += cell.width;
    result.push(cell);
    // One cell a UTF-16 unit, so that offsets index cells.
    if (character.length === 2) result.push({ text: '', width: 0 });
  }
  return result;
}

export function widthOf(shown: readonly Cell[]): number {
  return shown.reduce((sum, cell) => sum + cell.width, 0);
}

/** For messages and addresses: line breaks and everything else that moves the cursor or changes direction becomes visible. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, (character) => visible(character.codePointAt(0) ?? 0));
}

function cellOf(character: string, tabWidth: number): Cell {
  const code = character.codePointAt(0) ?? 0;
  if (code === 9) return { text: ' '.repeat(tabWidth), width: tabWidth };
  const shown = printable(character);
  if (shown !== character) return { text: shown, width: 1 };
  return { text: character, width: widthOfCode(code) };
}

function visible(code: number): string {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\uFFFD';
}

/** Controls, directional marks and overrides, lone surrogates, line separators. */
const unprintable =
  /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function widthOfCode(code: number): number {
  if (code < 0x300) return 1;
  if (within(zeroWidth, code)) return 0;
  return within(doubleWidth, code) ? 2 : 1;
}

function within(ranges: readonly (readonly [number, number])[], code: number): boolean {
  return ranges.some(([from, to]) => code >= from && code <= to);
}

// biome-ignore format: a table of ranges
const zeroWidth: readonly (readonly [number, number])[] = [
  [0x300, 0x36f], [0x483, 0x489], [0x591, 0x5bd], [0x610, 0x61a], [0x64b, 0x65f], [0x1ab0, 0x1aff], [0x1dc0, 0x1dff],
  [0x200b, 0x200d], [0x2060, 0x2064], [0x20d0, 0x20ff], [0xfe00, 0xfe0f], [0xfe20, 0xfe2f], [0x1f3fb, 0x1f3ff], [0xe0100, 0xe01ef],
];

// biome-ignore format: a table of ranges
const doubleWidth: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f], [0x231a, 0x231b], [0x2329, 0x232a], [0x23e9, 0x23ec], [0x25fd, 0x25fe], [0x2614, 0x2615], [0x2648, 0x2653],
  [0x26aa, 0x26ab], [0x26bd, 0x26be], [0x26c4, 0x26c5], [0x2705, 0x2705], [0x270a, 0x270b], [0x2728, 0x2728], [0x274c, 0x274c],
  [0x2753, 0x2755], [0x2757, 0x2757], [0x2795, 0x2797], [0x2b1b, 0x2b1c], [0x2b50, 0x2b50], [0x2e80, 0x303e], [0x3041, 0x33ff],
  [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xa000, 0xa4cf], [0xa960, 0xa97f], [0xac00, 0xd7a3], [0xf900, 0xfaff], [0xfe30, 0xfe6f],
  [0xff00, 0xff60], [0xffe0, 0xffe6], [0x16fe0, 0x18cff], [0x1b000, 0x1b2ff], [0x1f004, 0x1f004], [0x1f0cf, 0x1f0cf], [0x1f18e, 0x1f18e],
  [0x1f191, 0x1f19a], [0x1f200, 0x1f320], [0x1f32d, 0x1f64f], [0x1f680, 0x1f6ff], [0x1f900, 0x1f9ff], [0x1fa70, 0x1faff], [0x20000, 0x3fffd],
];
