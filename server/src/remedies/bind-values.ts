/** The sender's data in the text of an SQL statement: a placeholder in its place, and the value handed over beside it. */
import type { Argument, CallExpr, Expr } from '../ir/model.js';
import { literal, quote } from '../languages/draft.js';
import type { Draft } from '../languages/writer.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import { importsPackage, moduleName } from './names.js';
import type { Remedy } from './remedy.js';
import type { Repair } from './repair.js';
import { joined, partsOfText, type TextPart } from './text-parts.js';
import { expressionAt } from './walk.js';

export const bindValues: Remedy = {
  id: 'bind-values',
  offers: () => [{ id: 'bind-values', title: 'Hand the values over beside the statement', safety: 'review' }],
  write(request, _, finding, repair) {
    const facts = new Facts(request);
    const sink = facts.place('sink') ?? finding.at;
    const editor = repair.file(sink.path);
    const visited = expressionAt(editor.module, sink.range);
    const outer = visited?.above.at(-1);
    // What is executed is the call around `text(...)`.
    const isMade = visited?.expr.kind === 'call' && moduleName(editor.module, visited.expr.callee) === 'sqlalchemy.text';
    const found = isMade && outer?.kind === 'call' && outer.args[0]?.value === visited.expr ? outer : visited?.expr;
    if (found?.kind !== 'call' || found.args[0] === undefined || found.args[0].spread !== null) decline('The statement is not in reach.');
    const wrapped = wrappedText(editor, found.args[0].value);
    const parts = partsOfText(editor.module, wrapped.text);
    if (parts === undefined) decline('How the statement is put together is not in reach.');
    const whole = joined(parts);
    const style = styleOf(repair, editor, found, whole, wrapped.isText);
    bind(editor, found, wrapped.text, whole, style);
  },
};

/** `text("SELECT ...")` of SQLAlchemy around it. */
function wrappedText(editor: FileEditor, expr: Expr): { readonly text: Expr; readonly isText: boolean } {
  const isText = expr.kind === 'call' && moduleName(editor.module, expr.callee) === 'sqlalchemy.text';
  return isText && expr.args[0] ? { text: expr.args[0].value, isText: true } : { text: expr, isText: false };
}

type Style = 'dollar' | 'question' | 'percent' | 'named';

const drivers: readonly [RegExp, Style][] = [
  [/^(?:pg|postgres|@neondatabase\/serverless|@vercel\/postgres|asyncpg)$/, 'dollar'],
  [/^(?:mysql|mysql2|sqlite3|better-sqlite3|knex|mariadb)$/, 'question'],
  [/^(?:psycopg2?|pymysql|MySQLdb|mysql\.connector|aiomysql)$/, 'percent'],
];

/** Told by the placeholders that are there, by the call, or by the driver that the file, or one it imports from, imports. */
function styleOf(repair: Repair, editor: FileEditor, found: CallExpr, parts: readonly TextPart[], isText: boolean): Style {
  const last = found.callee.kind === 'member' ? found.callee.property : '';
  if (isText) return 'named';
  const written = parts.map((part) => ('text' in part ? part.text : '')).join(' ');
  if (/\$\d/.test(written)) return 'dollar';
  if (/%s/.test(written)) return 'percent';
  if (/\?/.test(written)) return 'question';
  if (/^\$(?:query|execute)RawUnsafe$/.test(last)) return 'dollar';
  const paths = [editor.path];
  for (const { value } of editor.module.bindings) {
    const path = value?.kind === 'module' ? repair.source.resolve(editor.path, value.module) : undefined;
    if (path !== undefined) paths.push(path);
  }
  for (const path of paths) {
    const module = repair.source.module(path);
    if (module === undefined) continue;
    const packages = module.bindings.flatMap(({ value }) => (value?.kind === 'module' ? [value.module] : []));
    if (importsPackage(module, 'sqlite3') && module.language === editor.module.language) return 'question';
    const known = drivers.find(([pattern]) => packages.some((one) => pattern.test(one)));
    if (known) return known[1];
  }
  return decline('Which placeholders this database takes cannot be told from here.');
}

function bind(editor: FileEditor, found: CallExpr, written: Expr, parts: readonly TextPart[], style: Style): void {
  const names = new Set<string>();
  const inserted: { readonly at: number; readonly value: Expr; readonly name: string }[] = [];
  let statement = '';
  let count = Math.max(
    0,
    ...[
      ...parts
        .map((part) => ('text' in part ? part.text : ''))
        .join(' ')
        .matchAll(/\$(\d+)/g),
    ].map(([, digit]) => Number(digit)),
  );
  parts.forEach((part, at) => {
    if ('text' in part) {
      statement += part.text;
      return;
    }
    const next = parts[at + 1];
    const isQuoted = /'$/.test(statement) && next !== undefined && 'text' in next && next.text.startsWith("'");
    // The quote that closed a text goes with the one that opened it.
    const settled = statement.replaceAll(`${MARK}'`, '');
    const before = isQuoted ? settled.slice(0, -1) : settled;
    if (!isQuoted && !/(?:[=<>(,+*/-]|\b(?:like|ilike|limit|offset|between|and|values|in|is|then|else|when|returning|not))\s*$/i.test(before))
      decline('It names a table or a column, for which there are no placeholders: look it up in a list of yours.');
    if (isQuoted && next && 'text' in next && /'$/.test(before)) decline('It stands in the middle of a text in quotes.');
    if (/'[^']*$/.test(before.replace(/'[^']*'/g, ''))) decline('It stands in the middle of a text in quotes.');
    const known = positionsIn(before, style);
    count += 1;
    const label = nameOf(part.hole, names);
    const mark = style === 'dollar' ? `$${count}` : style === 'question' ? '?' : style === 'percent' ? '%s' : `:${label}`;
    inserted.push({ at: known, value: part.hole, name: label });
    statement = before + mark + (isQuoted ? MARK : '');
  });
  statement = statement.replaceAll(`${MARK}'`, '');
  if (style === 'percent' && /%(?!s|%)/.test(statement)) decline('A percent sign in the statement would be read as a placeholder.');
  editor.replace(written.range, literal(statement));
  handOver(editor, found, inserted, style);
}

const MARK = '\u0000';

/** How many values stand in front of it. */
function positionsIn(statement: string, style: Style): number {
  return style === 'question' ? (statement.match(/\?/g)?.length ?? 0) : style === 'percent' ? (statement.match(/%s/g)?.length ?? 0) : -1;
}

function nameOf(hole: Expr, names: Set<string>): string {
  const last =
    hole.kind === 'member'
      ? hole.property
      : hole.kind === 'index' && hole.index.kind === 'literal'
        ? String(hole.index.value)
        : hole.kind === 'name'
          ? hole.name
          : 'value';
  const plain = /^[A-Za-z_]\w*$/.test(last) ? last : 'value';
  let wanted = plain;
  for (let number = 2; names.has(wanted); number++) wanted = `${plain}${number}`;
  names.add(wanted);
  return wanted;
}

function handOver(editor: FileEditor, found: CallExpr, inserted: readonly { at: number; value: Expr; name: string }[], style: Style): void {
  const [first, second] = found.args as [Argument, Argument | undefined];
  const last = found.callee.kind === 'member' ? found.callee.property : '';
  if (/^\$(?:query|execute)RawUnsafe$/.test(last)) {
    const end = (found.args.at(-1) as Argument).value.range.end;
    for (const { value } of inserted) editor.insert(end, ', ', quote(value), '');
    return;
  }
  if (style === 'named') {
    if (second !== undefined) decline('The values of this statement are not in reach.');
    const entries = inserted.map(({ name, value }) => ({ key: name, value: quote(value) }));
    editor.insert(first.value.range.end, ', ', { kind: 'record', entries }, '');
    return;
  }
  if (second === undefined || (second.value.kind === 'function' && second.name === null)) {
    const items: Draft[] = inserted.map(({ value }) => quote(value));
    const isTuple = style === 'percent' || (style === 'question' && editor.writer.importsBy === 'name');
    editor.insert(first.value.range.end, ', ', isTuple && items.length > 1 ? { kind: 'list', items, tuple: true } : { kind: 'list', items }, '');
    return;
  }
  if (second.value.kind !== 'list' || second.name !== null) decline('The values of this statement are not in reach.');
  const { items } = second.value;
  const ending = /^\s*,(?=\s*\))/.exec(editor.text.slice(items.at(-1)?.range.end ?? 0));
  // A tuple of one has a comma that it needs no longer.
  if (items.length === 1 && ending) editor.change({ start: items[0]?.range.end ?? 0, end: (items[0]?.range.end ?? 0) + ending[0].length }, '');
  let shift = 0;
  for (const { at, value } of inserted) {
    const index = at < 0 ? items.length : at - shift;
    shift += at < 0 ? 0 : 1;
    const next = items[index];
    const previous = items[index - 1];
    if (next) editor.insert(next.range.start, '', quote(value), ', ');
    else if (previous) editor.insert(previous.range.end, ', ', quote(value), '');
    else decline('The values of this statement are not in reach.');
  }
}
