/** Lines and columns of a text, both counted from 1, columns in UTF-16 units. A line ends with `\n`, `\r\n` or `\r`. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export class Lines {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (const match of text.matchAll(/\r\n?|\n/g)) this.#starts.push(match.index + match[0].length);
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Offsets beyond the text mean its end. */
  position(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.#text.length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (this.#starts[low] ?? 0) + 1 };
  }

  /** Without its line break; empty for a line that does not exist. */
  line(number: number): string {
    const start = this.#starts[number - 1];
    return start === undefined ? '' : this.#text.slice(start, this.#starts[number]).replace(/[\r\n]+$/, '');
  }
}

/** One table a file, made when first asked for. */
export function linesOf(text: (address: string) => string | undefined): (address: string) => Lines {
  const known = new Map<string, Lines>();
  return (address) => {
    let lines = known.get(address);
    if (lines === undefined) known.set(address, (lines = new Lines(text(address) ?? '')));
    return lines;
  };
}
