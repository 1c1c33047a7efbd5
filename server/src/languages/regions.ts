/**
 * A module put together from the top-level pieces of its file, so that the next version of an open file lowers and binds only the
 * pieces that changed. What it comes to is the same, id for id, as lowering the whole text: as soon as a changed piece has
 * another number of functions, declares or writes other names of the module, everything is done anew.
 *
 * The next version takes over the nodes of the one before and moves their ranges in place; control flow and whatever else
 * is known of an unchanged function stays known. The module before must not be used any more then.
 */
import { type BoundParts, bindPartAgain, bindParts } from '../ir/bind.js';
import type { ClassNode, ExportRow, FunctionNode, LanguageId, MarkedComment, Module, Range, Statement } from '../ir/model.js';

/**
 * A piece of the file's top level: the same key means the same text, read the same way. `start` is where it stands now, `origin`
 * where it stands for who lowers it, if that is somewhere else.
 */
export interface TopLevelPiece {
  readonly key: object;
  readonly start: number;
  readonly origin?: number;
}

/** The ids that the next function and the next class take. */
export interface NextIds {
  readonly functions: number;
  readonly classes: number;
}

export interface LoweredPiece {
  /** Statements that take place before those of all pieces: imports that are hoisted. */
  readonly hoisted: Statement[];
  readonly statements: Statement[];
  readonly functions: FunctionNode[];
  readonly classes: ClassNode[];
  readonly exports: ExportRow[];
  /** Every range object of the piece, once; empty if they were not asked for. */
  readonly ranges: readonly Range[];
  /** What could not be lowered after all. */
  readonly unreadable: readonly Range[];
  /** True when the piece cannot be lowered again without those before it. */
  readonly needsOthers: boolean;
}

export interface ModuleSource<P extends TopLevelPiece> {
  readonly language: LanguageId;
  /** UTF-16 units. */
  readonly length: number;
  readonly pieces: readonly P[];
  /** What the parser could not read, and comments that speak to us. */
  readonly unreadable: readonly Range[];
  readonly comments: readonly MarkedComment[];
  /** Pieces come in order, from the first one or one alone. `ranges` are collected only if `keepsRanges`, and only then may a piece stand elsewhere. */
  lower(piece: P, ids: NextIds, keepsRanges: boolean): LoweredPiece;
}

interface Region extends NextIds {
  key: object;
  start: number;
  readonly lowered: LoweredPiece;
}

export class RegionedModule {
  private constructor(
    readonly module: Module,
    private readonly regions: Region[],
    private readonly bound: BoundParts,
  ) {}

  /** `isOpen`: a next version is to be expected. */
  static of<P extends TopLevelPiece>(source: ModuleSource<P>, isOpen: boolean): RegionedModule {
    const functions: FunctionNode[] = [undefined as unknown as FunctionNode];
    const classes: ClassNode[] = [];
    const regions = source.pieces.map((piece): Region => {
      const ids = { functions: functions.length, classes: classes.length };
      const lowered = source.lower(piece, ids, isOpen);
      for (const fn of lowered.functions) functions.push(fn);
      for (const node of lowered.classes) classes.push(node);
      const region = { ...ids, key: piece.key, start: piece.origin ?? piece.start, lowered };
      move(region, piece.start);
      return region;
    });
    const module = moduleOf(source, regions, functions, classes);
    return new RegionedModule(module, regions, bindParts(module, partsOf(regions)));
  }

  /** Undefined when everything must be done anew. Either way this one is used up. */
  next<P extends TopLevelPiece>(source: ModuleSource<P>): RegionedModule | undefined {
    const { pieces } = source;
    const { regions } = this;
    if (pieces.length !== regions.length) return undefined;
    const changed: number[] = [];
    for (let index = 0; index < regions.length; index += 1) {
      const region = regions[index] as Region;
      if (region.key === (pieces[index] as P).key) continue;
      if (region.lowered.needsOthers) return undefined;
      changed.push(index);
    }
    const { functions, classes } = this.module;
    for (const index of changed) {
      const { lowered: before, functions: firstFunction, classes: firstClass } = regions[index] as Region;
      const piece = pieces[index] as P;
      const lowered = source.lower(piece, { functions: firstFunction, classes: firstClass }, true);
      if (lowered.needsOthers || !isSameShape(before, lowered)) return undefined;
      for (const [at, fn] of lowered.functions.entries()) functions[firstFunction + at] = fn;
      for (const [at, node] of lowered.classes.entries()) classes[firstClass + at] = node;
      regions[index] = { functions: firstFunction, classes: firstClass, key: piece.key, start: piece.origin ?? piece.start, lowered };
    }
    for (let index = 0; index < regions.length; index += 1) move(regions[index] as Region, (pieces[index] as P).start);

    const module = moduleOf(source, regions, functions, classes, this.module.bindings);
    const parts = partsOf(regions);
    for (const index of changed) {
      const place = placeOf(regions, index);
      if (!bindPartAgain(module, this.bound, place, parts[place] as (typeof parts)[number])) return undefined;
    }
    return new RegionedModule(module, regions, this.bound);
  }
}

function isSameShape(before: LoweredPiece, now: LoweredPiece): boolean {
  return (
    before.functions.length === now.functions.length &&
    before.classes.length === now.classes.length &&
    before.hoisted.length === 0 &&
    now.hoisted.length === 0 &&
    before.exports.length === now.exports.length &&
    before.exports.every(({ name }, index) => name === now.exports[index]?.name)
  );
}

function move(region: Region, start: number): void {
  const by = start - region.start;
  if (by === 0) return;
  region.start = start;
  for (const range of region.lowered.ranges as { start: number; end: number }[]) {
    range.start += by;
    range.end += by;
  }
}

/** In the order in which they take place. */
function partsOf(regions: readonly Region[]): { statements: Statement[]; exports: ExportRow[] }[] {
  const first: { statements: Statement[]; exports: ExportRow[] }[] = [];
  const others: typeof first = [];
  for (const { lowered } of regions) {
    if (lowered.hoisted.length > 0) first.push({ statements: lowered.hoisted, exports: [] });
    others.push(lowered);
  }
  return [...first, ...others];
}

function placeOf(regions: readonly Region[], index: number): number {
  let hoisted = 0;
  for (const { lowered } of regions) if (lowered.hoisted.length > 0) hoisted += 1;
  return hoisted + index;
}

function moduleOf(
  { language, length, unreadable, comments }: ModuleSource<TopLevelPiece>,
  regions: readonly Region[],
  functions: FunctionNode[],
  classes: ClassNode[],
  bindings: Module['bindings'] = [],
): Module {
  const body: Statement[] = [];
  const exports: ExportRow[] = [];
  const holes = [...unreadable];
  for (const { lowered } of regions) for (const statement of lowered.hoisted) body.push(statement);
  for (const { lowered } of regions) {
    for (const statement of lowered.statements) body.push(statement);
    for (const row of lowered.exports) exports.push(row);
    for (const hole of lowered.unreadable) holes.push(hole);
  }
  if (holes.length > 1) holes.sort((left, right) => left.start - right.start);
  functions[0] = moduleFunction(body, length);
  return { language, functions, classes, bindings, exports, unreadable: holes, comments: [...comments] };
}

function moduleFunction(body: Statement[], length: number): FunctionNode {
  return {
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
    range: { start: 0, end: length },
    nameRange: { start: 0, end: 0 },
    bodyRange: { start: 0, end: length },
    isExpressionBody: false,
  };
}

/** A module whose text is one unknown statement. */
export function unreadModule(language: LanguageId, length: number, syntax: string): Module {
  const range: Range = { start: 0, end: length };
  const functions = [moduleFunction([{ kind: 'opaque', syntax, parts: [], range }], length)];
  return { language, functions, classes: [], bindings: [], exports: [], unreadable: [range], comments: [] };
}
