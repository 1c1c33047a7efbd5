/**
 * The Python language room's way in: text to the neutral form. The only room that knows tree-sitter.
 *
 * A file is cut into its top-level statements (`split.ts`), each piece is parsed and read on its own (`concrete.ts`) and kept
 * by its text; lowering then makes one module of them. So what a file comes to depends on its text alone, never on the edits
 * that led there, an edit costs one piece, and no tree of the parser lives longer than its reading.
 */
import { bindNames } from '../../ir/bind.js';
import type { FunctionNode, MarkedComment, Module, Range, Statement } from '../../ir/model.js';
import type { FrontEnd, ParsedFile } from '../front-end.js';
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

interface PlacedUnit {
  readonly unit: Unit;
  readonly start: number;
}

class PythonFile implements ParsedFile {
  private units: PlacedUnit[];
  private known = new Map<string, Unit>();
  private lowered: Module | undefined;

  constructor(
    readonly text: string,
    private readonly reader: Reader,
    before: ReadonlyMap<string, Unit>,
  ) {
    this.units = hasRoomOnStack() ? unitsOf(text, (piece) => this.unit(piece, before)) : [{ unit: unreadableUnit(text), start: 0 }];
  }

  get module(): Module {
    this.lowered ??= lowerSafely(this.text, this.units);
    return this.lowered;
  }

  /** Pieces are found again by their text, wherever the changes moved them. */
  update(text: string): ParsedFile {
    return new PythonFile(text, this.reader, this.known);
  }

  dispose(): void {
    this.known = new Map();
    if (this.lowered) this.units = [];
  }

  private unit(text: string, before: ReadonlyMap<string, Unit>): Unit {
    const unit = this.known.get(text) ?? before.get(text) ?? this.reader.read(text);
    this.known.set(text, unit);
    return unit;
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
    placed.push({ unit, start });
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

/** Names are bound by recursion; without stack for it the file counts as unreadable. */
function lowerSafely(text: string, units: readonly PlacedUnit[]): Module {
  try {
    return lowerModule(text, units);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return lowerModule(text, [{ unit: unreadableUnit(text), start: 0 }]);
  }
}

function lowerModule(text: string, units: readonly PlacedUnit[]): Module {
  const whole: Range = { start: 0, end: text.length };
  const body: Statement[] = [];
  const unreadable: Range[] = [];
  const comments: MarkedComment[] = [];
  const moduleFunction: FunctionNode = {
    id: 0,
    form: 'module',
    name: null,
    params: [],
    body,
    decorators: [],
    isAsync: false,
    isGenerator: false,
    owner: null,
    classId: null,
    isStatic: false,
    range: whole,
    nameRange: { start: 0, end: 0 },
    bodyRange: whole,
    isExpressionBody: false,
  };
  const lowering = new Lowering(moduleFunction);
  for (const { unit, start } of units) {
    const range: Range = { start, end: start + unit.text.length };
    if (unit.hasError) unreadable.push(range);
    for (const comment of unit.comments) {
      const marked = unit.text.slice(comment.start, comment.end);
      comments.push({ text: marked, range: { start: start + comment.start, end: start + comment.end } });
    }
    lowerUnit(lowering, unit, start, body, unreadable, range);
  }
  const module: Module = { language: 'python', functions: lowering.functions, classes: lowering.classes, bindings: [], exports: [], unreadable, comments };
  bindNames(module);
  return module;
}

/** A unit that cannot be lowered after all leaves nothing half-made behind. */
function lowerUnit(lowering: Lowering, unit: Unit, start: number, body: Statement[], unreadable: Range[], range: Range): void {
  const before = { functions: lowering.functions.length, classes: lowering.classes.length, body: body.length, frame: lowering.frame };
  try {
    lowering.enter(unit.text, start);
    for (const node of unit.statements) lowerStatement(lowering, node, body);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The stack was nearly used up by whoever called us.
    lowering.functions.length = before.functions;
    lowering.classes.length = before.classes;
    body.length = before.body;
    lowering.frame = before.frame;
    lowering.depth = 0;
    lowering.typeOnly = false;
    body.push({ kind: 'opaque', syntax: 'too-deep', parts: [], range });
    if (!unit.hasError) unreadable.push(range);
  }
}
