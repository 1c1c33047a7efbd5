/** One repair under way: the files it touches, and what is known of the endpoint it is about. */

import type { Place } from '../analysis/finding.js';
import type { Project } from '../analysis/project.js';
import type { Expr, FunctionNode, Range } from '../ir/model.js';
import type { ProviderRow } from '../knowledge/rows.js';
import { name } from '../languages/draft.js';
import type { Draft } from '../languages/writer.js';
import { decline } from './decline.js';
import { FileEditor } from './file-editor.js';

export interface RemedySource extends Project {
  text(path: string): string | undefined;
}

export interface RemedyEdit {
  readonly path: string;
  readonly range: Range;
  readonly text: string;
}

/** What the rules say of an endpoint. */
export interface EndpointFacts {
  readonly framework: string;
  readonly provider: string | null;
  /** The sender's row where the user's configuration brought it. */
  readonly ownProvider: ProviderRow | null;
  readonly methods: readonly string[];
  readonly route: Place;
  readonly handler: { readonly path: string; readonly functionId: number } | null;
  readonly registration: { readonly path: string; readonly call: Range; readonly handlersFrom: number } | null;
  /** Something in front of the handler parses the body. */
  readonly isParsed: boolean;
}

export class Repair {
  private readonly files = new Map<string, FileEditor>();
  private readonly declared: RemedyEdit[] = [];

  constructor(readonly source: RemedySource) {}

  file(path: string): FileEditor {
    const known = this.files.get(path);
    if (known) return known;
    const text = this.source.text(path);
    const module = this.source.module(path);
    if (text === undefined || module === undefined) decline(`${path} cannot be read.`);
    const editor = new FileEditor(path, text, module);
    this.files.set(path, editor);
    return editor;
  }

  /** A line in a file that is no code. */
  declare(edit: RemedyEdit): void {
    const isKnown = this.declared.some((one) => one.path === edit.path && one.range.start === edit.range.start && one.text === edit.text);
    if (!isKnown) this.declared.push(edit);
  }

  edits(): RemedyEdit[] {
    const code = [...this.files.values()].flatMap((editor) => editor.edits().map((edit) => ({ path: editor.path, ...edit })));
    // By itself a declaration repairs nothing.
    return code.length === 0 ? [] : [...code, ...this.declared];
  }
}

/** A function that handles requests, with the file it stands in. */
export interface HandlerCode {
  readonly editor: FileEditor;
  readonly fn: FunctionNode;
  readonly endpoint: EndpointFacts | null;
  /** How the first parameter was taken apart, before it was given a name. */
  readonly takenApart?: Range;
}

export function handlerOf(repair: Repair, endpoint: EndpointFacts): HandlerCode {
  if (endpoint.handler === null) decline('The handler of this route is not in reach.');
  const editor = repair.file(endpoint.handler.path);
  const fn = editor.module.functions[endpoint.handler.functionId];
  if (fn === undefined) decline('The handler of this route is not in reach.');
  editor.writeInside(fn);
  return { editor, fn, endpoint };
}

/** The name of a parameter, or of the field it takes out of it. */
export function parameter(fn: FunctionNode, at: number, field?: string): string {
  const params = fn.params.filter(
    (param, index) => !(index === 0 && param.pattern.kind === 'bind' && (param.pattern.name === 'self' || param.pattern.name === 'this')),
  );
  const pattern = params[at]?.pattern;
  if (pattern?.kind === 'bind') return pattern.name;
  if (pattern?.kind === 'fields' && field !== undefined) {
    const target = pattern.fields.find((one) => one.key === field)?.target;
    if (target?.kind === 'bind') return target.name;
  }
  return decline(
    pattern === undefined
      ? 'The handler does not take the parameter that the check needs.'
      : 'The handler takes its parameters apart; the check needs them whole.',
  );
}

export function parameterDraft(fn: FunctionNode, at: number, field?: string): Draft {
  return name(parameter(fn, at, field));
}

/** Whether `expr` names that parameter (or a variable that is nothing but it). */
export function isNamed(expr: Expr, local: string): boolean {
  return expr.kind === 'name' && expr.name === local;
}
