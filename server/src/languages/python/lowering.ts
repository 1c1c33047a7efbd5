/**
 * What lowering carries with it from node to node: the piece at hand, the module being built, the function around.
 *
 * The kinds of nodes are lowered by `statements.ts`, `definitions.ts`, `imports.ts`, `matching.ts`, `expressions.ts` and
 * `patterns.ts`. None of them throws on a broken tree: a missing field becomes `opaque`.
 */
import type { ClassId, ClassNode, Expr, FunctionId, FunctionNode, OpaqueExpr, Range } from '../../ir/model.js';
import type { NextIds } from '../regions.js';
import type { ConcreteNode } from './concrete.js';

/** Deeper nesting than this becomes `opaque`; everyone downstream recurses over the neutral form. */
export const DEEPEST = 400;

/** The function whose statements are being lowered. */
export interface Frame {
  readonly functionId: FunctionId;
  /** Set in a class body: functions defined here are its methods. */
  readonly classId: ClassId | null;
  /** Names that `global` or `nonlocal` hands to an outer scope. */
  readonly outerNames: ReadonlySet<string>;
  /** What each imported name stands for, so that importing it again does not count as another value. */
  readonly imported: Map<string, string>;
  isGenerator: boolean;
}

export class Lowering {
  readonly functions: FunctionNode[] = [];
  readonly classes: ClassNode[] = [];
  frame: Frame;
  depth = 0;
  /** Inside `if TYPE_CHECKING`. */
  typeOnly = false;
  /** Every range that was made, where somebody wants to move them later. */
  readonly ranges: Range[] | undefined;
  /** True once an import of the module's own was met: it depends on those before it. */
  importsForModule = false;
  private readonly moduleImports: ReadonlyMap<string, string>;

  /** `text` is the piece's, `base` is where it stands in the file; `imported` is shared by the pieces of a file. */
  constructor(
    private readonly text: string,
    private readonly base: number,
    private readonly first: NextIds,
    imported: Map<string, string>,
    keepsRanges: boolean,
  ) {
    this.frame = { ...newFrame(0, null, new Set()), imported };
    this.moduleImports = imported;
    this.ranges = keepsRanges ? [] : undefined;
  }

  nextFunction(): FunctionId {
    return this.first.functions + this.functions.length;
  }

  nextClass(): ClassId {
    return this.first.classes + this.classes.length;
  }

  nameOf(id: FunctionId): string {
    return this.functions[id - this.first.functions]?.name ?? '';
  }

  /** Puts a function in the place that was kept for it. */
  place(fn: FunctionNode): void {
    this.functions[fn.id - this.first.functions] = fn;
  }

  textOf(node: ConcreteNode): string {
    return this.text.slice(node.start, node.end);
  }

  textBetween(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  range(node: ConcreteNode): Range {
    return this.rangeFrom(node.start, node.end);
  }

  rangeFrom(start: number, end: number): Range {
    return this.span(this.base + start, this.base + end);
  }

  /** All ranges of the neutral form are made here; these are positions in the file. */
  span(start: number, end: number): Range {
    const range = { start, end };
    this.ranges?.push(range);
    return range;
  }

  /** True if the name was imported before with the same meaning; it has that meaning from now on. */
  importsAgain(local: string, meaning: string): boolean {
    const { imported } = this.frame;
    if (imported === this.moduleImports) this.importsForModule = true;
    if (imported.get(local) === meaning) return true;
    imported.set(local, meaning);
    return false;
  }

  opaque(node: ConcreteNode, syntax: string, parts: Expr[] = []): OpaqueExpr {
    return { kind: 'opaque', syntax, parts, range: this.range(node) };
  }

  within<T>(frame: Frame, action: () => T): T {
    const outer = this.frame;
    this.frame = frame;
    try {
      return action();
    } finally {
      this.frame = outer;
    }
  }
}

export function newFrame(functionId: FunctionId, classId: ClassId | null, outerNames: ReadonlySet<string>): Frame {
  return { functionId, classId, outerNames, imported: new Map(), isGenerator: false };
}

export function child(node: ConcreteNode, field: string): ConcreteNode | undefined {
  for (const each of node.children) if (each.field === field) return each;
  return undefined;
}

export function childrenIn(node: ConcreteNode, field: string): ConcreteNode[] {
  return node.children.filter((each) => each.field === field);
}

export function childOfType(node: ConcreteNode, type: string): ConcreteNode | undefined {
  for (const each of node.children) if (each.type === type) return each;
  return undefined;
}

export function named(node: ConcreteNode): ConcreteNode[] {
  return node.children.filter((each) => each.named);
}

export function hasToken(node: ConcreteNode, token: string): boolean {
  return node.children.some((each) => !each.named && each.type === token);
}
