/**
 * Collects what a repair does to one file, as drafts, and gives edits when all is known: names of imports are settled once,
 * helper functions that are there already are used again, and nothing but the named ranges is touched.
 */
import type { FunctionNode, Module, Range, Statement } from '../ir/model.js';
import { freeName, takenNames, takenNamesIn } from '../languages/free-names.js';
import { aboveComments, indentAt, isBlank, lineEnd, lineStart } from '../languages/text-style.js';
import type {
  Draft,
  DraftFunction,
  DraftStatement,
  FileView,
  Idioms,
  ImportRequest,
  LanguageWriter,
  Place,
  Style,
  TextEdit,
  Toolbox,
} from '../languages/writer.js';
import { writerFor } from '../languages/writers.js';
import { decline } from './decline.js';
import { movedLines } from './moved-lines.js';

export class FileEditor implements Toolbox {
  readonly path: string;
  readonly text: string;
  readonly module: Module;
  readonly writer: LanguageWriter;
  private readonly view: FileView;
  private readonly taken: Set<string>;
  private scope: Set<string> | undefined;
  private readonly helpers = new Map<string, string>();
  private readonly works: Work[] = [];
  private readonly added = new Map<FunctionNode, string>();

  constructor(path: string, text: string, module: Module) {
    const writer = writerFor(module.language);
    if (writer === undefined) decline('Repairs are not written in this language.');
    this.path = path;
    this.text = text;
    this.module = module;
    this.writer = writer;
    this.view = { path, text, module };
    this.taken = takenNames(module);
  }

  get style(): Style {
    return this.writer.style(this.view);
  }

  get idioms(): Idioms {
    return this.writer.idioms;
  }

  /** A name that means nothing else in the file; the first of the wishes that is free. */
  local(...wishes: string[]): string {
    const named = wishes.map((words) => this.writer.casing(words));
    const taken = this.scope ?? this.taken;
    const name = named.find((one) => !taken.has(one)) ?? freeName(named[0] ?? 'value', taken);
    this.taken.add(name);
    taken.add(name);
    return name;
  }

  /** The file uses that name already. */
  has(local: string): boolean {
    return this.taken.has(local);
  }

  /** New locals are for this function from here on: what others call theirs does not matter. */
  writeInside(fn: FunctionNode): void {
    this.scope = takenNamesIn(this.module, fn);
  }

  /** `near` is the code that needs it as soon as the file is loaded. */
  helper(words: string, build: (name: string) => DraftFunction, near?: Range): string {
    const wanted = this.writer.casing(words);
    const known = this.helpers.get(wanted);
    if (known !== undefined) return known;
    if (this.taken.has(wanted) && this.hasFunction(wanted, build(wanted))) {
      this.helpers.set(wanted, wanted);
      return wanted;
    }
    const name = freeName(wanted, this.taken);
    this.taken.add(name);
    this.scope?.add(name);
    this.helpers.set(wanted, name);
    // A function stands before the ones it leans on, as in files that are read from the top.
    const at = this.works.length;
    const fn = build(name);
    this.works.splice(at, 0, { kind: 'function', fn, ...(near ? { near } : {}) });
    return name;
  }

  /**
   * A function that the language brings along whole, with those it leans on; `filled` gives what else its code has holes for. One
   * that is there already, whatever its texts say by now, is used again.
   */
  source(words: string, filled: Readonly<Record<string, string>> = {}): string {
    const wanted = this.writer.casing(words);
    const known = this.helpers.get(wanted);
    if (known !== undefined) return known;
    const source = this.writer.sources[words] ?? decline('This is not written in this language.');
    const name = this.taken.has(wanted) && !this.isSource(wanted, source.code) ? freeName(wanted, this.taken) : wanted;
    const isThere = this.taken.has(name);
    this.taken.add(name);
    this.helpers.set(wanted, name);
    if (!isThere) this.works.push({ kind: 'source', code: source.code, own: words, imports: source.imports, filled });
    // Named after it, so that they stand behind it.
    for (const [, other] of source.code.matchAll(/⟦([^⟧]+)⟧/g)) if (other && other !== words && this.writer.sources[other]) this.source(other, filled);
    return name;
  }

  /** A function of that name that says what the source says, but for its texts. */
  private isSource(name: string, code: string): boolean {
    const present = this.module.functions.find((one) => one.name === name && one.form === 'function' && one.owner === 0);
    if (present === undefined) return false;
    const words = (text: string): string => (text.replace(/«[^»]*»|⟦hosts⟧|(['"])(?:(?!\1).)*\1/g, '').match(/\w+/g) ?? []).slice(-6).join(' ');
    return words(this.text.slice(present.range.start, present.range.end)) === words(code);
  }

  /** Statements at the very start of a function. */
  atStart(fn: FunctionNode, drafts: readonly DraftStatement[]): void {
    const place = this.writer.bodyStart(this.view, fn);
    if (place === undefined) decline('The function has no body that statements can be put into.');
    this.works.push({ kind: 'statements', place, drafts });
  }

  /** `apart` leaves an empty line between. */
  before(statement: Range, drafts: readonly DraftStatement[], apart?: 'apart'): void {
    const place = this.writer.beforeStatement(this.view, statement);
    if (place === undefined) decline('There is no room for statements in front of this one.');
    const after = apart ? place.after + this.writer.style(this.view).newline : place.after;
    this.works.push({ kind: 'statements', place: { ...place, after }, drafts });
  }

  hasRoomBefore(statement: Range): boolean {
    return this.writer.beforeStatement(this.view, statement) !== undefined;
  }

  after(statement: Range, drafts: readonly DraftStatement[]): void {
    const place = this.writer.afterStatement(this.view, statement);
    if (place === undefined) decline('There is no room for statements behind this one.');
    this.works.push({ kind: 'statements', place, drafts });
  }

  /** Statements in place of one; its first line keeps its indentation. */
  replaceStatement(statement: Range, drafts: readonly DraftStatement[]): void {
    const braced = drafts.length > 1 ? this.writer.blockInstead?.(this.view, statement) : undefined;
    if (braced) {
      this.works.push({ kind: 'statements', place: braced, drafts });
      return;
    }
    const end = this.text[statement.end] === ';' ? statement.end + 1 : statement.end;
    const indent = indentAt(this.text, statement.start);
    // What follows on the same line gets one of its own.
    const follows = /^[ \t]*(?=[\w$@"'`([])/.exec(this.text.slice(end, lineEnd(this.text, end)));
    if (follows && !isBlank(this.text.slice(lineStart(this.text, statement.start), statement.start))) decline('Several statements share a line here.');
    this.works.push({
      kind: 'statements',
      place: {
        range: { start: statement.start, end: end + (follows?.[0].length ?? 0) },
        indent,
        before: '',
        after: follows ? this.writer.style(this.view).newline + indent : '',
      },
      drafts,
      inline: true,
    });
  }

  /** At the end of a block: behind its last statement, or into it when it is empty. A single statement without braces gets them. */
  atEnd(block: Range, last: Range | undefined, drafts: readonly DraftStatement[]): void {
    const place = last ? (this.writer.afterStatement(this.view, last) ?? this.writer.blockAround?.(this.view, last)) : this.writer.emptyBlock(this.view, block);
    if (place === undefined) decline('There is no room for statements at the end of this block.');
    this.works.push({ kind: 'statements', place, drafts });
  }

  /** A statement of the user's taken out, with its line where it has one to itself. */
  removeStatement(statement: Range): void {
    const end = this.text[statement.end] === ';' ? statement.end + 1 : statement.end;
    const before = /[ \t]*$/.exec(this.text.slice(0, statement.start))?.[0].length ?? 0;
    const after = /^[ \t]*(?:\r?\n|$)/.exec(this.text.slice(end));
    const isAlone = after !== null && /(?:^|\n)$/.test(this.text.slice(0, statement.start - before));
    this.change({ start: statement.start - before, end: end + (isAlone ? after[0].length : 0) }, '');
  }

  /** A constant of the file: behind the statement that it leans on, else behind the imports. */
  constant(words: string, value: Draft, behind?: Range): string {
    const local = this.local(words);
    const drafts: DraftStatement[] = [{ kind: 'assign', target: { kind: 'name', name: local }, declares: true, value }];
    const body = this.module.functions[0]?.body ?? [];
    const end = body.findIndex((one) => !isPreamble(one));
    const last = behind ?? (end < 0 ? body.at(-1) : body[end - 1])?.range;
    const place = last ? this.writer.afterStatement(this.view, last) : undefined;
    if (place) {
      const { newline } = this.writer.style(this.view);
      this.works.push({ kind: 'statements', place: { ...place, before: behind ? place.before : place.before + newline }, drafts });
    } else if (body[0]) this.before(body[0].range, drafts, 'apart');
    else this.works.push({ kind: 'statements', place: this.writer.topLevel(this.view, { start: 0, end: 0 }), drafts });
    return local;
  }

  /**
   * Statements of the user's that move into new ones: whole lines from `first` to `last`, with the comments above. `changes` are made
   * inside of them; `build` is given them as one statement.
   */
  surround(first: Range, last: Range, changes: readonly Inside[], build: (kept: DraftStatement) => readonly DraftStatement[]): void {
    const { text } = this;
    const indent = indentAt(text, first.start);
    const comment = new RegExp(`^[ \\t]*(?:${this.writer.lineComment}|/\\*|\\*)`);
    const range = { start: aboveComments(text, lineStart(text, first.start), comment) + indent.length, end: lineEnd(text, last.end) };
    const behind = text.slice(text[last.end] === ';' ? last.end + 1 : last.end, range.end).trim();
    if (!isBlank(text.slice(lineStart(text, first.start), first.start)) || !(behind === '' || behind.startsWith(this.writer.lineComment)))
      decline('The work shares its lines with something else.');
    const edits = changes.flatMap((one) => ('text' in one ? [one] : this.inFrontOf(one.statement, one.drafts)));
    const kept: DraftStatement = { kind: 'lines', lines: movedLines(this.module, text, range, indent, edits) };
    this.works.push({ kind: 'statements', place: { range, indent, before: '', after: '' }, drafts: build(kept), inline: true });
  }

  /** Statements in front of one that may be the only one of a branch without braces. */
  private inFrontOf(statement: Range, drafts: readonly DraftStatement[]): TextEdit[] {
    const before = this.writer.beforeStatement(this.view, statement);
    if (before) return this.printAt(before, drafts);
    const end = this.text[statement.end] === ';' ? statement.end + 1 : statement.end;
    const kept: DraftStatement = { kind: 'lines', lines: [{ text: this.text.slice(statement.start, end), isFixed: false }] };
    const instead = this.writer.blockInstead?.(this.view, statement);
    if (instead) return this.printAt(instead, [...drafts, kept]);
    const gap = /:([ \t]*)$/.exec(this.text.slice(0, statement.start));
    if (gap === null) decline('There is no room for statements in front of an answer.');
    const { newline, indent } = this.writer.style(this.view);
    const range = { start: statement.start - (gap[1]?.length ?? 0), end: statement.end };
    return this.printAt({ range, indent: indentAt(this.text, statement.start) + indent, before: newline, after: '' }, [...drafts, kept]);
  }

  /** A new export of the file, behind what it has. */
  exported(local: string, value: Draft): void {
    const place = this.writer.topLevel(this.view, { start: this.text.length, end: this.text.length });
    const declared: DraftStatement = { kind: 'assign', target: { kind: 'name', name: local }, declares: true, value };
    this.works.push({ kind: 'statements', place: { ...place, before: `${place.before}export ` }, drafts: [declared] });
  }

  replace(range: Range, draft: Draft): void {
    this.works.push({ kind: 'expression', range, draft, before: '', after: '' });
  }

  /** Puts an expression in, between texts that belong to the list it joins. */
  insert(at: number, before: string, draft: Draft, after: string): void {
    this.works.push({ kind: 'expression', range: { start: at, end: at }, draft, before, after });
  }

  /** A word or mark of the language's own: `await `, `.valid`, a line removed. */
  change(range: Range, text: string): void {
    this.works.push({ kind: 'text', edit: { range, text } });
  }

  /** The name of a function's parameter; one that it does not take yet is added to its list */
  parameter(fn: FunctionNode, at: number, local: string): string {
    const present = fn.params[at]?.pattern;
    if (present?.kind === 'bind') return present.name;
    if (present !== undefined) decline('The handler takes its parameters apart; the check needs them whole.');
    const known = this.added.get(fn);
    if (known !== undefined) return known;
    const name = this.local(local);
    if (fn.params.length < at) decline('The handler does not take the parameter that the check needs.');
    this.addParameter(fn, name, null);
    return name;
  }

  /** A parameter behind the others: its name, with a type where it has one, behind a decorator. */
  addParameter(fn: FunctionNode, written: string, decorator: Draft | null): void {
    this.works.push({ kind: 'parameter', fn, written, decorator });
    this.added.set(fn, /^\w+/.exec(written)?.[0] ?? written);
  }

  /** The name of the parameter that this repair has added. */
  addedParameter(fn: FunctionNode): string | undefined {
    return this.added.get(fn);
  }

  /** An import that text of the language's own leans on, under the name it has there. */
  bring(request: ImportRequest): void {
    this.works.push({ kind: 'import', draft: { kind: 'imported', module: request.module, name: request.name, as: request.as } });
  }

  makeAsync(fn: FunctionNode): void {
    if (fn.isAsync) return;
    const edit = this.writer.makeAsync(this.view, fn);
    if (edit === undefined) decline('The function would have to become asynchronous, which changes its type.');
    if (this.works.some((work) => work.kind === 'text' && work.edit.range.start === edit.range.start && work.edit.text === edit.text)) return;
    this.works.push({ kind: 'text', edit });
  }

  edits(): TextEdit[] {
    const requests = this.works.flatMap((work) => importsIn(work));
    const results = this.writer.imports(this.view, requests);
    const locals = new Map(requests.map((request, at) => [keyOf(request), results[at]?.local as Draft]));
    const edits: TextEdit[] = results.flatMap((result) => [...result.edits]);
    const tops = new Set<number>();
    for (const work of this.works) edits.push(...this.print(work, locals, tops));
    return settled(edits);
  }

  private print(work: Work, locals: ReadonlyMap<string, Draft>, tops: Set<number>): TextEdit[] {
    switch (work.kind) {
      case 'text':
        return [work.edit];
      case 'import':
        return [];
      case 'source': {
        const place = this.writer.topLevel(this.view, { start: this.text.length, end: this.text.length });
        const code = work.code.replace(/⟦([^⟧]+)⟧/g, (_, key: string) => this.nameInSource(work, key, locals));
        return [{ range: place.range, text: place.before + this.writer.source(this.view, code) + place.after }];
      }
      case 'parameter': {
        const decorator = work.decorator === null ? '' : `@${this.writer.expression(this.view, resolve(work.decorator, locals), '')} `;
        const edits = this.writer.addParameter?.(this.view, work.fn, decorator + work.written);
        return [...(edits ?? decline('The handler does not take the parameter that the check needs.'))];
      }
      case 'expression': {
        const text = this.writer.expression(this.view, resolve(work.draft, locals), indentAt(this.text, work.range.start));
        return [{ range: work.range, text: work.before + text + work.after }];
      }
      case 'statements':
        return this.printAt(work.place, resolve(work.drafts, locals), work.inline);
      case 'function': {
        const place = this.writer.topLevel(this.view, work.near ?? { start: this.text.length, end: this.text.length });
        // The lines between two new functions are told once.
        const before = tops.has(place.range.start) && place.after !== '' ? '' : place.before;
        tops.add(place.range.start);
        return this.printAt({ ...place, before }, [resolve({ kind: 'define', function: work.fn } as const, locals)]);
      }
    }
  }

  private nameInSource(work: Work & { kind: 'source' }, key: string, locals: ReadonlyMap<string, Draft>): string {
    const brought = work.imports[key];
    const local = brought && locals.get(keyOf(brought));
    if (local) return this.writer.expression(this.view, local, '');
    return work.filled[key] ?? this.helpers.get(this.writer.casing(key)) ?? key;
  }

  private printAt(place: Place, drafts: readonly DraftStatement[], inline = false): TextEdit[] {
    const printed = this.writer.statements(this.view, drafts, place.indent);
    const text = place.before + (inline ? printed.slice(place.indent.length) : printed) + place.after;
    return [{ range: place.range, text }, ...(place.tail ?? [])];
  }

  /** Whether the file has this very function already, written by an earlier repair. */
  private hasFunction(name: string, fn: DraftFunction): boolean {
    const present = this.module.functions.find((one) => one.name === name && one.form === 'function' && one.owner === 0);
    if (present === undefined) return false;
    const requests = importsIn({ kind: 'function', fn });
    const results = this.writer.imports(this.view, requests);
    if (results.some((result) => result.edits.length > 0)) return false;
    const locals = new Map(requests.map((request, at) => [keyOf(request), results[at]?.local as Draft]));
    const printed = this.writer.statements(this.view, [resolve({ kind: 'define', function: fn } as const, locals)], '');
    // Lines may be broken in other places, as the file has grown.
    const bare = (code: string): string => code.replace(/[\s()]+/g, '').replace(/,(?=[}\]]|$)/g, '');
    return bare(printed) === bare(this.text.slice(present.range.start, present.range.end));
  }
}

/** A change inside of lines that move: an edit, or statements in front of one that stands there. */
export type Inside = TextEdit | { readonly statement: Range; readonly drafts: readonly DraftStatement[] };

/** In front of these, module-level code has nothing to lean on. */
function isPreamble({ kind, ...statement }: Statement): boolean {
  if (kind === 'evaluate') return 'expr' in statement && statement.expr.kind === 'literal';
  const value = 'value' in statement ? statement.value : null;
  return kind === 'assign' && (value?.kind === 'module' || (value?.kind === 'member' && value.object.kind === 'module'));
}

/** The range of an expression with the parentheses that stand around it and nothing else. */
export function withParentheses(editor: FileEditor, range: Range): Range {
  const { text } = editor;
  const isCall = /[\w$)\]]\s*$/.test(text.slice(0, Math.max(0, range.start - 1)));
  return text[range.start - 1] === '(' && text[range.end] === ')' && !isCall ? { start: range.start - 1, end: range.end + 1 } : range;
}

type Work =
  | { readonly kind: 'text'; readonly edit: TextEdit }
  | { readonly kind: 'expression'; readonly range: Range; readonly draft: Draft; readonly before: string; readonly after: string }
  | { readonly kind: 'statements'; readonly place: Place; readonly drafts: readonly DraftStatement[]; readonly inline?: true }
  | { readonly kind: 'import'; readonly draft: Draft }
  | {
      readonly kind: 'source';
      readonly code: string;
      readonly own: string;
      readonly imports: Readonly<Record<string, ImportRequest>>;
      readonly filled: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'parameter'; readonly fn: FunctionNode; readonly written: string; readonly decorator: Draft | null }
  | { readonly kind: 'function'; readonly fn: DraftFunction; readonly near?: Range };

function importsIn(work: Work): ImportRequest[] {
  const found: ImportRequest[] = work.kind === 'source' ? Object.values(work.imports) : [];
  visit(work, (draft) => {
    if (draft.kind === 'imported') found.push({ module: draft.module, name: draft.name, as: draft.as });
  });
  return found;
}

function keyOf(request: ImportRequest): string {
  return `${request.module}\0${request.name ?? '*'}`;
}

function visit(value: unknown, each: (draft: Draft) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if ('kind' in value && value.kind === 'imported') each(value as Draft);
  for (const part of Object.values(value)) visit(part, each);
}

/** The same draft with the local names of its imports. */
function resolve<T>(value: T, locals: ReadonlyMap<string, Draft>): T {
  if (Array.isArray(value)) return value.map((part: unknown) => resolve(part, locals)) as T;
  if (typeof value !== 'object' || value === null) return value;
  if ('kind' in value && value.kind === 'imported') return (locals.get(keyOf(value as unknown as ImportRequest)) ?? value) as T;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, resolve(part as unknown, locals)])) as T;
}

/** In the order of the text; edits that cut across each other would leave broken code. */
function settled(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = edits
    .map((edit, at) => ({ edit, at }))
    .sort((a, b) => a.edit.range.start - b.edit.range.start || a.edit.range.end - b.edit.range.end || a.at - b.at);
  for (let at = 1; at < sorted.length; at++) {
    const before = sorted[at - 1]?.edit.range;
    const after = sorted[at]?.edit.range;
    if (before && after && after.start < before.end) decline('Two parts of this repair meet in one expression.');
  }
  return sorted.map(({ edit }) => edit);
}
