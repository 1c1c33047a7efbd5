/** Brings a module's names into a Python file. Standard modules are imported whole, others by name. */
import { declaredNames, freeName } from '../free-names.js';
import { lineEnd } from '../text-style.js';
import type { Draft, FileView, ImportRequest, ImportResult, TextEdit } from '../writer.js';
import type { PythonStyle } from './style.js';

const STANDARD = new Set([
  'base64',
  'binascii',
  'collections',
  'datetime',
  'functools',
  'hashlib',
  'hmac',
  'io',
  'json',
  'logging',
  'os',
  're',
  'secrets',
  'sys',
  'time',
  'typing',
  'urllib',
  'uuid',
]);

/** Packages that webhook handlers import beside what repairs bring. */
const PACKAGES = new Set([
  'boto3',
  'django',
  'fastapi',
  'flask',
  'github',
  'httpx',
  'jwt',
  'pydantic',
  'redis',
  'requests',
  'slack_bolt',
  'slack_sdk',
  'sqlalchemy',
  'standardwebhooks',
  'starlette',
  'stripe',
  'svix',
  'twilio',
  'werkzeug',
]);

export function bringImports(file: FileView, requests: readonly ImportRequest[], style: PythonStyle): readonly ImportResult[] {
  const lines = importLines(file);
  const taken = declaredNames(file.module);
  const locals = new Map<string, Draft>();
  const whole = new Map<string, string>();
  const named = new Map<string, Map<string, string>>();
  for (const request of requests) {
    const key = keyOf(request);
    if (locals.has(key)) continue;
    const present = presentLocal(file, request, whole);
    if (present) {
      locals.set(key, present);
      continue;
    }
    if (request.name === null || STANDARD.has(request.module)) {
      const wanted = request.as ?? request.module;
      const local = /^\w+$/.test(wanted) ? freeName(wanted, taken) : wanted;
      taken.add(local);
      whole.set(request.module, local);
      locals.set(key, memberOf(local, request.name));
      continue;
    }
    const local = freeName(request.as ?? request.name, taken);
    taken.add(local);
    const names = named.get(request.module) ?? new Map<string, string>();
    names.set(request.name, local);
    named.set(request.module, names);
    locals.set(key, { kind: 'name', name: local });
  }
  const edits: TextEdit[] = [];
  for (const [module, names] of named) {
    const entries = [...names].map(([imported, local]) => (imported === local ? local : `${imported} as ${local}`));
    edits.push(addToFrom(file, lines, module, entries, style) ?? newLine(file, lines, `from ${module} import ${entries.join(', ')}`, module, style));
  }
  for (const [module, local] of [...whole].sort(([a], [b]) => (a < b ? -1 : 1))) {
    edits.push(newLine(file, lines, `import ${module}${local === module ? '' : ` as ${local}`}`, module, style));
  }
  return requests.map((request, at) => ({ local: locals.get(keyOf(request)) as Draft, edits: at === 0 ? joined(edits, style) : [] }));
}

function keyOf(request: ImportRequest): string {
  return `${request.module}\0${request.name ?? '*'}`;
}

function memberOf(local: string, property: string | null): Draft {
  const object: Draft = { kind: 'name', name: local };
  return property === null ? object : { kind: 'member', object, property };
}

function presentLocal(file: FileView, request: ImportRequest, whole: ReadonlyMap<string, string>): Draft | undefined {
  const fresh = whole.get(request.module);
  if (fresh !== undefined) return memberOf(fresh, request.name);
  let namespace: string | undefined;
  for (const statement of file.module.functions[0]?.body ?? []) {
    if (statement.kind !== 'assign' || statement.value?.kind !== 'module' || statement.target.kind !== 'bind') continue;
    const { module, imported } = statement.value;
    if (module === request.module && imported === request.name) return { kind: 'name', name: statement.target.name };
    if (module === request.module && imported === null) namespace = statement.target.name;
  }
  return namespace === undefined ? undefined : memberOf(namespace, request.name);
}

interface ImportLine {
  readonly start: number;
  readonly end: number;
  readonly module: string;
  readonly form: 'import' | 'from';
}

/** The module-level import statements that stand on lines of their own. */
function importLines(file: FileView): ImportLine[] {
  const { text } = file;
  const found: ImportLine[] = [];
  for (const match of text.matchAll(/^(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+(?:\([^)]*\)|(?:[^\\\n]|\\\r?\n)*)|import[ \t]+([.\w]+)[^\n\r]*)/gm)) {
    const module = match[1] ?? match[2] ?? '';
    const isStatement = (file.module.functions[0]?.body ?? []).some(
      (one) => one.range.start <= match.index + match[0].length && match.index <= one.range.end && one.kind === 'assign' && one.value?.kind === 'module',
    );
    if (isStatement || module === '__future__')
      found.push({ start: match.index, end: match.index + match[0].trimEnd().length, module, form: match[1] === undefined ? 'import' : 'from' });
  }
  return found;
}

function addToFrom(file: FileView, lines: readonly ImportLine[], module: string, entries: readonly string[], style: PythonStyle): TextEdit | undefined {
  const line = lines.find((one) => one.form === 'from' && one.module === module);
  if (line === undefined) return undefined;
  const statement = file.text.slice(line.start, line.end);
  const close = statement.lastIndexOf(')');
  const names = (close > statement.indexOf('(') ? statement.slice(0, close) : statement.replace(/[ \t]*#.*$/, '')).trimEnd();
  const at = line.start + names.length;
  if (close < 0 || !names.includes('\n')) return { range: { start: at, end: at }, text: `${names.endsWith(',') ? ' ' : ', '}${entries.join(', ')}` };
  const indent = /\n([ \t]*)\S[^\n]*$/.exec(names)?.[1] ?? style.indent;
  const trailing = names.endsWith(',');
  return {
    range: { start: at, end: at },
    text: `${trailing ? '' : ','}${entries.map((entry) => `${style.newline}${indent}${entry}`).join(',')}${trailing ? ',' : ''}`,
  };
}

function newLine(file: FileView, lines: readonly ImportLine[], statement: string, module: string, style: PythonStyle): TextEdit {
  const { text } = file;
  const usual = lines.filter((line) => line.module !== '__future__');
  if (STANDARD.has(module)) {
    const plain = usual.filter((line) => line.form === 'import' && STANDARD.has(line.module));
    const next = plain.find((line) => line.module > module);
    if (next) return { range: { start: next.start, end: next.start }, text: statement + style.newline };
    const last = plain.at(-1);
    if (last) return after(text, last, statement, style);
    const first = usual[0];
    if (first) {
      const gap = STANDARD.has(rootOf(first.module)) ? '' : style.newline;
      return { range: { start: first.start, end: first.start }, text: `${statement}${style.newline}${gap}` };
    }
  }
  // With the packages, not behind the project's own modules, which stand last and in most files begin with a dot or share no group.
  const last =
    usual.findLast((line) => PACKAGES.has(rootOf(line.module))) ?? usual.findLast((line) => !line.module.startsWith('.')) ?? usual.at(-1) ?? lines.at(-1);
  if (last) return after(text, last, statement, style);
  return atTop(file, statement, style);
}

function rootOf(module: string): string {
  return module.split('.')[0] ?? '';
}

function after(text: string, line: ImportLine, statement: string, style: PythonStyle): TextEdit {
  const at = lineEnd(text, line.end);
  return { range: { start: at, end: at }, text: style.newline + statement };
}

/** Below a first comment, the docstring and nothing else. */
function atTop(file: FileView, statement: string, style: PythonStyle): TextEdit {
  const { text } = file;
  const head = /^\uFEFF?(?:#[^\n]*\n)*(?:\s*[rRuU]?(?:"""[^]*?"""|'''[^]*?'''|"[^"\n]*"|'[^'\n]*')[ \t]*(?:\r?\n|$))?/.exec(text)?.[0] ?? '';
  const gap = style.newline + style.newline;
  const before = head === '' || head === '\uFEFF' ? '' : style.newline;
  return { range: { start: head.length, end: head.length }, text: `${before}${statement}${gap}` };
}

/** Lines for the same place become one edit; names for a `from` line are put inside its parentheses where it has them. */
function joined(edits: readonly TextEdit[], style: PythonStyle): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const at = result.findIndex((one) => one.range.start === edit.range.start && one.text.endsWith(style.newline) === edit.text.endsWith(style.newline));
    const same = result[at];
    if (same === undefined) result.push(edit);
    else {
      const gap = style.newline + style.newline;
      const first = same.text.endsWith(gap) && edit.text.endsWith(gap) ? same.text.slice(0, -style.newline.length) : same.text;
      result[at] = { range: edit.range, text: first + edit.text };
    }
  }
  return result;
}
