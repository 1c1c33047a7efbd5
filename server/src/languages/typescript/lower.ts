/**
 * Lowers one syntax tree into the neutral form in a single pass. The files beside this one each know one part of the
 * language; what they share is here: positions, ids, the function they are in, and how deep they are.
 */
import type { ClassId, ClassNode, ExportRow, Expr, FunctionId, FunctionNode, Range, Statement } from '../../ir/model.js';
import type { LoweredPiece, NextIds } from '../regions.js';
import { ts } from './compiler.js';
import { lowerExpression } from './expressions.js';
import { importDeclaration } from './imports.js';
import { errorsOf, skipWrappers } from './nodes.js';
import { lowerStatement } from './statements.js';

/** Lowers one top-level statement; static imports, wherever they stand in the file, take place first. */
export function lowerPiece(sourceFile: ts.SourceFile, node: ts.Statement, ids: NextIds, keepsRanges: boolean): LoweredPiece {
  const to = new Lowering(sourceFile, ids, keepsRanges);
  const hoisted: Statement[] = [];
  const statements: Statement[] = [];
  if (node.kind === ts.SyntaxKind.ImportDeclaration) importDeclaration(node as ts.ImportDeclaration, hoisted, to);
  to.statement(node, statements);
  const { functions, classes, exports, ranges, tooDeep } = to;
  return { hoisted, statements, functions, classes, exports, ranges: ranges ?? [], unreadable: tooDeep, needsOthers: tooDeep.length > 0 || hoisted.length > 0 };
}

/** Far beyond what people write, and few enough for everyone who walks the neutral form by recursion. */
const maxDepth = 500;

export class Lowering {
  readonly functions: FunctionNode[] = [];
  readonly classes: ClassNode[] = [];
  /** Rows are collected here; a namespace sets its own aside. */
  exports: ExportRow[] = [];
  readonly tooDeep: Range[] = [];
  /** Every range that was made, where somebody wants to move them later. */
  readonly ranges: Range[] | undefined;

  /** The function whose body is being lowered. */
  owner: FunctionId = 0;
  /** The class whose field's value is being lowered: `this` in an arrow function there is the instance. */
  fieldClass: ClassId | null = null;
  /** The name that the next function or class gets from its place (`const verify = () => ...`). */
  givenName: ts.Node | undefined;
  /** The label before the next statement. */
  label: string | null = null;

  private readonly text: string;
  private readonly hasErrors: boolean;
  private depth = 0;

  constructor(
    readonly sourceFile: ts.SourceFile,
    private readonly first: NextIds,
    keepsRanges: boolean,
  ) {
    this.text = sourceFile.text;
    this.hasErrors = errorsOf(sourceFile).length > 0;
    this.ranges = keepsRanges ? [] : undefined;
  }

  nextFunction(): FunctionId {
    return this.first.functions + this.functions.length;
  }

  nextClass(): ClassId {
    return this.first.classes + this.classes.length;
  }

  expr(node: ts.Node): Expr {
    if (this.depth >= maxDepth) return { kind: 'opaque', syntax: 'too-deep', parts: [], range: this.cut(node) };
    this.depth += 1;
    const lowered = lowerExpression(node, this);
    this.depth -= 1;
    return lowered;
  }

  /** Lowers a value that, when it is a function or class without a name, takes the one of its place. */
  named(node: ts.Expression, name: ts.Node): Expr {
    const value = skipWrappers(node);
    if (ts.isArrowFunction(value) || ((ts.isFunctionExpression(value) || ts.isClassExpression(value)) && value.name === undefined)) this.givenName = name;
    return this.expr(value);
  }

  statements(nodes: readonly ts.Statement[], into: Statement[]): void {
    for (const node of nodes) this.statement(node, into);
  }

  statement(node: ts.Statement, into: Statement[]): void {
    if (this.depth >= maxDepth) {
      into.push({ kind: 'opaque', syntax: 'too-deep', parts: [], range: this.cut(node) });
      return;
    }
    this.depth += 1;
    lowerStatement(node, into, this);
    this.depth -= 1;
  }

  /** A statement as a list: a block's statements, or the one. */
  body(node: ts.Statement | undefined): Statement[] {
    const into: Statement[] = [];
    if (node === undefined) return into;
    if (node.kind === ts.SyntaxKind.Block) this.statements((node as ts.Block).statements, into);
    else this.statement(node, into);
    return into;
  }

  takeLabel(): string | null {
    const label = this.label;
    this.label = null;
    return label;
  }

  range(node: ts.Node): Range {
    const start = this.start(node);
    return this.span(start, Math.max(start, node.end));
  }

  /** All ranges of the neutral form are made here. */
  span(start: number, end: number): Range {
    const range = { start, end };
    this.ranges?.push(range);
    return range;
  }

  /** Where a node begins without the blanks and comments before it. Most begin at once or after one space; the scanner does the others. */
  start(node: ts.Node): number {
    const { pos, end } = node;
    if (pos === end) return pos;
    const first = this.text.charCodeAt(pos);
    if (isPlainStart(first)) return pos;
    if (this.hasErrors && beginsWithNothing(node)) return pos;
    if (first === 32 && isPlainStart(this.text.charCodeAt(pos + 1))) return pos + 1;
    return Math.min(node.getStart(this.sourceFile), end);
  }

  textOf(range: Range): string {
    return this.text.slice(range.start, range.end);
  }

  private cut(node: ts.Node): Range {
    this.givenName = undefined;
    this.label = null;
    const range = this.range(node);
    this.tooDeep.push(range);
    return range;
  }
}

/** Letters, digits, `$`, `_`, quotes and opening brackets. */
function isPlainStart(code: number): boolean {
  return (
    (code >= 97 && code <= 123) ||
    (code >= 64 && code <= 91) ||
    (code >= 48 && code <= 57) ||
    code === 34 ||
    code === 36 ||
    code === 39 ||
    code === 40 ||
    code === 95 ||
    code === 96
  );
}

/** Where an expression is missing (`return % 2`) the parser puts an empty one, before the blanks. */
function beginsWithNothing(node: ts.Node): boolean {
  let at: ts.Node | undefined = node;
  while (at !== undefined) {
    if (at.pos === at.end) return true;
    const first: ts.Node | undefined = at.forEachChild((child) => child);
    at = first && first.pos === node.pos ? first : undefined;
  }
  return false;
}
