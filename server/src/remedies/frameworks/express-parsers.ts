/** The body parsers that run before an Express route, in its file or in one that mounts it. */
import type { CallExpr, Expr, Module, Range, Statement } from '../../ir/model.js';
import { call, imported, literal, member, name, record } from '../../languages/draft.js';
import { isBlank, lineStart } from '../../languages/text-style.js';
import type { Draft } from '../../languages/writer.js';
import { decline } from '../decline.js';
import type { FileEditor } from '../file-editor.js';
import { moduleName } from '../names.js';
import type { EndpointFacts, HandlerCode, Repair } from '../repair.js';
import { expressionAt, expressionsOf } from '../walk.js';

export interface ParserCall {
  readonly path: string;
  readonly call: Range;
}

/** `json`, `urlencoded`, `raw` or `text` when the expression is that parser. */
export function parserName(module: Module, expr: Expr | undefined): string | undefined {
  return expr?.kind === 'call' ? /^(?:express|body-parser)\.(json|urlencoded|raw|text)$/.exec(moduleName(module, expr.callee) ?? '')?.[1] : undefined;
}

/** The JSON parser that has read the body before the handler of this route runs; the route's own stages do not count. */
export function parserBefore(repair: Repair, handler: HandlerCode, wanted = 'json'): ParserCall | undefined {
  const registration = handler.endpoint?.registration;
  const path = registration?.path ?? handler.editor.path;
  const module = repair.source.module(path);
  if (module === undefined) return undefined;
  const here = mountedParser(module, path, registration?.call.start ?? Number.POSITIVE_INFINITY, routeText(module, handler), wanted);
  return here ?? parserInImporters(repair, path, wanted);
}

/** Files that import the routes, a few steps up: a parser there that stands before the mounting. */
function parserInImporters(repair: Repair, start: string, wanted: string): ParserCall | undefined {
  const seen = new Set([start]);
  let paths: readonly string[] = [start];
  for (let hop = 0; hop < 4 && paths.length > 0; hop++) {
    const next: string[] = [];
    for (const imported of paths) {
      for (const path of repair.source.importersOf(imported)) {
        if (seen.has(path)) continue;
        seen.add(path);
        next.push(path);
        const module = repair.source.module(path);
        if (module === undefined) continue;
        const found = mountedParser(module, path, mountOf(repair, module, path, imported), null, wanted);
        if (found) return found;
      }
    }
    paths = next;
  }
  return undefined;
}

/** Where `path` hands what it imports from `imported` to `use` or another call; its end when that cannot be seen. */
function mountOf(repair: Repair, module: Module, path: string, imported: string): number {
  const names = new Set<number>();
  for (const binding of module.bindings) {
    if (binding.value?.kind === 'module' && repair.source.resolve(path, binding.value.module) === imported) names.add(binding.id);
  }
  for (const { expr } of expressionsOf(module, module.functions[0] as Module['functions'][number])) {
    if (expr.kind === 'name' && expr.binding !== null && names.has(expr.binding)) return expr.range.start;
  }
  return Number.POSITIVE_INFINITY;
}

export function mountedParser(module: Module, path: string, before: number, route: string | null, wanted = 'json'): ParserCall | undefined {
  for (const fn of module.functions) {
    for (const statement of fn.body) {
      const parser = parserIn(module, statement, route, wanted);
      if (parser && statement.range.start < before) return { path, call: parser.range };
    }
  }
  return undefined;
}

/** `app.use(express.json())`, also among other stages, for all routes or for a prefix of this one. */
function parserIn(module: Module, statement: Statement, route: string | null, wanted: string): CallExpr | undefined {
  if (statement.kind !== 'evaluate' || statement.expr.kind !== 'call') return undefined;
  const { callee, args } = statement.expr;
  if (callee.kind !== 'member' || callee.property !== 'use') return undefined;
  const prefix = args[0]?.value;
  if (prefix?.kind === 'literal' && typeof prefix.value === 'string' && route !== null && !route.startsWith(prefix.value)) return undefined;
  for (const { value } of args) if (value.kind === 'call' && parserName(module, value) === wanted) return value;
  return undefined;
}

function routeText(module: Module, handler: HandlerCode): string | null {
  const registration = handler.endpoint?.registration;
  if (!registration || registration.path !== handler.endpoint?.route.path) return null;
  const found = expressionAt(module, registration.call)?.expr;
  const path = found?.kind === 'call' ? found.args[0]?.value : undefined;
  return path?.kind === 'literal' && typeof path.value === 'string' ? path.value : null;
}

/** Makes a parser keep the bytes it read; the name of the property they are kept in. */
export function keepRawBody(repair: Repair, parser: ParserCall): string {
  const editor = repair.file(parser.path);
  const found = expressionAt(editor.module, parser.call)?.expr;
  if (found?.kind !== 'call') decline('The body parser is not in reach.');
  const options = found.args[0]?.value;
  if (options === undefined) {
    editor.insert(found.range.end - 1, '', record({ verify: keeper() }), '');
    return 'rawBody';
  }
  if (options.kind !== 'record') decline('The options of the body parser are not in reach.');
  const verify = options.entries.find((entry) => entry.key === 'verify');
  if (verify) return keptIn(editor.module, verify.value) ?? decline('The `verify` callback of the body parser does something else already.');
  const last = options.entries.at(-1);
  if (last === undefined) editor.replace(options.range, record({ verify: keeper() }));
  else editor.insert(last.value.range.end, ', verify: ', keeper(), '');
  return 'rawBody';
}

/** `(req, _res, bytes) => Object.assign(req, { rawBody: bytes })`: no cast in TypeScript, nothing to declare. */
function keeper(): Draft {
  const body = call(member(name('Object'), 'assign'), name('req'), record({ rawBody: name('bytes') }));
  return { kind: 'function', params: [{ name: 'req' }, { name: '_res' }, { name: 'bytes' }], body };
}

/** The property that an existing callback puts the bytes into. */
export function keptIn(module: Module, callback: Expr, requestAt = 0, bytesAt = 2): string | undefined {
  const id =
    callback.kind === 'function'
      ? callback.functionId
      : callback.kind === 'name' && callback.binding !== null
        ? module.bindings[callback.binding]?.functionId
        : null;
  const fn = id === null || id === undefined ? undefined : module.functions[id];
  const request = fn?.params[requestAt]?.pattern;
  const bytes = fn?.params[bytesAt]?.pattern;
  if (fn === undefined || request?.kind !== 'bind' || bytes?.kind !== 'bind') return undefined;
  for (const statement of fn.body) {
    if (statement.kind === 'assign' && statement.target.kind === 'place' && statement.target.expr.kind === 'member' && usesName(statement.value, bytes.name))
      return statement.target.expr.property;
    const expr = statement.kind === 'return' ? statement.value : statement.kind === 'evaluate' ? statement.expr : null;
    if (expr?.kind === 'assign' && expr.target.kind === 'place' && expr.target.expr.kind === 'member') return expr.target.expr.property;
    const fields = expr?.kind === 'call' ? expr.args[1]?.value : undefined;
    if (fields?.kind === 'record') return fields.entries.find((entry) => usesName(entry.value, bytes.name))?.key ?? undefined;
  }
  return undefined;
}

function usesName(expr: Expr | null, local: string): boolean {
  if (expr === null) return false;
  if (expr.kind === 'name') return expr.name === local;
  return (
    expr.kind === 'call' &&
    (expr.args.some((argument) => usesName(argument.value, local)) || (expr.callee.kind === 'member' && usesName(expr.callee.object, local)))
  );
}

/** No parser in sight: one on the route that parses and keeps the bytes. The name of the property they are kept in. */
export function mountKeepingParser(repair: Repair, handler: HandlerCode): string {
  const { editor, stages, registration } = registrationOf(repair, handler);
  const present = stages.find((stage) => parserName(editor.module, stage) === 'json');
  if (present) return keepRawBody(repair, { path: registration.path, call: present.range });
  mountStage(editor, stages, call(imported('express', 'json'), record({ type: literal('*/*'), verify: keeper() })));
  return 'rawBody';
}

/** Forms are read on the route unless something reads them already. */
export function mountFormParser(repair: Repair, handler: HandlerCode): void {
  if (parserBefore(repair, handler, 'urlencoded')) return;
  const { editor, stages } = registrationOf(repair, handler);
  if (stages.some((stage) => parserName(editor.module, stage) === 'urlencoded')) return;
  mountStage(editor, stages, call(imported('express', 'urlencoded'), record({ extended: literal(false) })));
}

/** The bytes themselves on the route, in place of a parser there; `raw` and `text` that are there already stay. */
export function mountRaw(repair: Repair, handler: HandlerCode): 'mounted' | 'raw' | 'text' {
  const { editor, stages } = registrationOf(repair, handler);
  const raw = call(imported('express', 'raw'), record({ type: literal('*/*'), limit: literal('1mb') }));
  const present = stages.find((stage) => parserName(editor.module, stage) !== undefined);
  const known = parserName(editor.module, present);
  if (known === 'raw' || known === 'text') return known;
  if (present === undefined) mountStage(editor, stages, raw);
  else editor.replace(present.range, raw);
  return 'mounted';
}

function registrationOf(
  repair: Repair,
  handler: HandlerCode,
): { readonly editor: FileEditor; readonly stages: readonly Expr[]; readonly registration: NonNullable<EndpointFacts['registration']> } {
  const registration = handler.endpoint?.registration;
  if (!registration) decline('The registration of this route is not in reach, so its body parser cannot be set.');
  const editor = repair.file(registration.path);
  const found = expressionAt(editor.module, registration.call)?.expr;
  if (found?.kind !== 'call') decline('The registration of this route is not in reach, so its body parser cannot be set.');
  const stages = found.args.slice(registration.handlersFrom).flatMap(({ value }) => (value.kind === 'list' ? value.items : [value]));
  return { editor, stages, registration };
}

/** In front of the first stage; on a line of its own where the stages have theirs. */
function mountStage(editor: FileEditor, stages: readonly Expr[], parser: Draft): void {
  const [first] = stages;
  if (first === undefined) decline('The registration of this route names no handler.');
  const before = editor.text.slice(lineStart(editor.text, first.range.start), first.range.start);
  const newline = editor.text.includes('\r\n') ? '\r\n' : '\n';
  editor.insert(first.range.start, '', parser, isBlank(before) ? `,${newline}${before}` : ', ');
}
