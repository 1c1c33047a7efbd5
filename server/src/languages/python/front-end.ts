/**
 * The Python language room's way in: text to the neutral form. The only room that knows tree-sitter.
 *
 * A file is cut into its top-level statements (`split.ts`), each piece is parsed and read on its own (`concrete.ts`) and kept
 * by its text; lowering then makes one module of them. So what a file comes to depends on its text alone, never on the edits
 * that led there, an edit costs one piece, and no tree of the parser lives longer than its reading.
 */
import type { MarkedComment, Module, Range, Statement } from '../../ir/model.js';
import type { FrontEnd, ParsedFile } from '../front-end.js';
import { type LoweredPiece, type ModuleSource, type NextIds, RegionedModule, type TopLevelPiece, unreadModule } from '../regions.js';
import { Reader, type Unit, unreadableUnit } from './concrete.js';
import { loadGrammar } from './grammar.js';
import { Lowering } from './lowering.js';
import { type Piece, splitTopLevel } from './split.js';
import { lowerStatement } from './statements.js';

/** Loads the parser; call it when the first Python file is met. Rejects only if the parser's files are missing. */
export async function loadPythonFrontEnd(): Promise<FrontEnd> {
  const grammar = await loadGrammar();
  const reader = new Reader(grammar.newParser(), grammar.newParser, grammar.language);
  return {
    language: 'python',
    parse: (_path, text) => new PythonFile(text, reader, new Map()),
  };
}

/** Python itself refuses brackets nested deeper than 200. */
const DEEPEST_BRACKETS = 500;

interface PlacedUnit extends TopLevelPiece {
  readonly key: Unit;
}

class PythonFile implements ParsedFile {
  private units: PlacedUnit[];
  private known = new Map<string, Unit>();
  private lowered: Module | undefined;
  private regions: RegionedModule | undefined;

  constructor(
    readonly text: string,
    private readonly reader: Reader,
    unitsBefore: ReadonlyMap<string, Unit>,
    /** Undefined for a file that was never edited; else what an earlier version came to, as far as it is known. */
    private before?: { readonly regions: RegionedModule | undefined },
  ) {
    this.units = hasRoomOnStack() ? unitsOf(text, (piece) => this.unit(piece, unitsBefore)) : [{ key: unreadableUnit(text), start: 0 }];
  }

  get module(): Module {
    this.lowered ??= this.lower();
    return this.lowered;
  }

  /** Pieces are found again by their text, wherever the changes moved them. */
  update(text: string): ParsedFile {
    const updated = new PythonFile(text, this.reader, this.known, { regions: this.regions ?? this.before?.regions });
    this.dispose();
    return updated;
  }

  dispose(): void {
    this.known = new Map();
    this.regions = undefined;
    this.before = undefined;
    if (this.lowered) this.units = [];
  }

  private unit(text: string, before: ReadonlyMap<string, Unit>): Unit {
    const unit = this.known.get(text) ?? before.get(text) ?? this.reader.read(text);
    this.known.set(text, unit);
    return unit;
  }

  /** Names are bound by recursion; without stack for it the file counts as unreadable. */
  private lower(): Module {
    const { before, text } = this;
    this.before = undefined;
    try {
      const regions = before?.regions?.next(sourceOf(text, this.units)) ?? RegionedModule.of(sourceOf(text, this.units), before !== undefined);
      if (before !== undefined) this.regions = regions;
      return regions.module;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return unreadModule('python', text.length, 'too-deep');
    }
  }
}

/** A stack that overflows inside WebAssembly leaves the parser unusable for good, so a caller that dived too deep gets nothing read. */
function hasRoomOnStack(): boolean {
  try {
    return dive(FRAMES_NEEDED) > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const FRAMES_NEEDED = 1000;

function dive(frames: number): number {
  return frames === 0 ? 1 : 1 + dive(frames - 1);
}

/** Simple statements on adjacent lines share a unit; if one of them is broken, each gets its own. */
function unitsOf(text: string, unitFor: (text: string) => Unit): PlacedUnit[] {
  const pieces = splitTopLevel(text);
  const placed: PlacedUnit[] = [];
  const place = (start: number, end: number, nesting: number): boolean => {
    const own = text.slice(start, end).trimEnd();
    const unit = nesting > DEEPEST_BRACKETS ? unreadableUnit(own) : unitFor(own);
    placed.push({ key: unit, start });
    return !unit.hasError;
  };
  for (let index = 0; index < pieces.length; ) {
    const first = pieces[index] as Piece;
    let last = index;
    while (last - index < LONGEST_RUN && canJoin(pieces[last], pieces[last + 1])) last += 1;
    const nesting = Math.max(...pieces.slice(index, last + 1).map((piece) => piece.nesting));
    if (!place(first.start, (pieces[last] as Piece).end, nesting) && last > index) {
      placed.pop();
      for (const piece of pieces.slice(index, last + 1)) place(piece.start, piece.end, piece.nesting);
    }
    index = last + 1;
  }
  return placed;
}

const LONGEST_RUN = 64;

/** Long runs are cut where the text says so, here by the length of a line: an insertion then moves no other cut. */
function canJoin(piece: Piece | undefined, next: Piece | undefined): boolean {
  return piece !== undefined && next !== undefined && piece.isSimple && next.isSimple && !next.followsBlankLine && (piece.end - piece.start) % 16 !== 0;
}

/** For one lowering: it remembers what the module has imported so far. */
function sourceOf(text: string, units: readonly PlacedUnit[]): ModuleSource<PlacedUnit> {
  const unreadable: Range[] = [];
  const comments: MarkedComment[] = [];
  for (const { key: unit, start } of units) {
    if (unit.hasError) unreadable.push({ start, end: start + unit.text.length });
    for (const comment of unit.comments) {
      const marked = unit.text.slice(comment.start, comment.end);
      comments.push({ text: marked, range: { start: start + comment.start, end: start + comment.end } });
    }
  }
  const imported = new Map<string, string>();
  return {
    language: 'python',
    length: text.length,
    pieces: units,
    unreadable,
    comments,
    lower: (piece, ids, keepsRanges) => lowerUnit(piece, ids, imported, keepsRanges),
  };
}

/** A unit that cannot be lowered after all leaves nothing half-made behind. */
function lowerUnit({ key: unit, start }: PlacedUnit, ids: NextIds, imported: Map<string, string>, keepsRanges: boolean): LoweredPiece {
  const lowering = new Lowering(unit.text, start, ids, imported, keepsRanges);
  const statements: Statement[] = [];
  try {
    for (const node of unit.statements) lowerStatement(lowering, node, statements);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The stack was nearly used up by whoever called us.
    const range: Range = { start, end: start + unit.text.length };
    const lost: Statement = { kind: 'opaque', syntax: 'too-deep', parts: [], range };
    return {
      hoisted: [],
      statements: [lost],
      functions: [],
      classes: [],
      exports: [],
      ranges: [],
      unreadable: unit.hasError ? [] : [range],
      needsOthers: true,
    };
  }
  const { functions, classes, ranges, importsForModule } = lowering;
  return { hoisted: [], statements, functions, classes, exports: [], ranges: ranges ?? [], unreadable: [], needsOthers: importsForModule };
}
