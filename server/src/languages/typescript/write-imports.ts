/** Brings a module's names into a TypeScript or JavaScript file: found, added to an import that is there, or imported anew. */
import type { ModuleExpr, Pattern, Statement } from '../../ir/model.js';
import { declaredNames, freeName } from '../free-names.js';
import { lineEnd } from '../text-style.js';
import type { Draft, FileView, ImportRequest, ImportResult, TextEdit } from '../writer.js';
import type { TypeScriptStyle } from './style.js';

interface Present {
  readonly module: string;
  /** null is the namespace. */
  readonly imported: string | null;
  readonly local: string;
  readonly offset: number;
}

export function bringImports(file: FileView, requests: readonly ImportRequest[], style: TypeScriptStyle): readonly ImportResult[] {
  const present = importsOf(file);
  const taken = declaredNames(file.module);
  const results = new Map<string, ImportResult>();
  const missing = new Map<string, Map<string, string>>();
  const locals = new Map<string, Draft>();
  for (const request of requests) {
    const key = keyOf(request);
    if (locals.has(key)) continue;
    const local = presentLocal(present, request);
    if (local) {
      locals.set(key, local);
      continue;
    }
    const wanted = request.as ?? (request.name === null || request.name === 'default' ? moduleName(request.module) : request.name);
    const fresh = freeName(wanted, taken);
    taken.add(fresh);
    locals.set(key, { kind: 'name', name: fresh });
    const names = missing.get(request.module) ?? new Map<string, string>();
    names.set(request.name ?? '*', fresh);
    missing.set(request.module, names);
  }
  const edits: TextEdit[] = [];
  const fresh: NewImport[] = [];
  for (const [module, names] of missing) {
    const named = [...names].filter(([imported]) => imported !== '*' && imported !== 'default').sort(([a], [b]) => (a < b ? -1 : 1));
    const joined = named.length > 0 && addToNames(file, present, module, named, style);
    if (joined) edits.push(joined);
    const lines = importLines(module, joined ? [...names].filter(([imported]) => imported === '*' || imported === 'default') : [...names], style);
    fresh.push(...lines.map((line) => ({ line, isBuiltin: isBuiltin(module) })));
  }
  if (fresh.length > 0) edits.push(...newLines(file, fresh, style));
  return requests.map((request, at) => {
    const key = keyOf(request);
    const known = results.get(key);
    if (known) return known;
    const result: ImportResult = { local: locals.get(key) as Draft, edits: at === 0 ? edits : [] };
    return result;
  });
}

function keyOf(request: ImportRequest): string {
  return `${request.module}\0${request.name ?? '*'}`;
}

function moduleName(module: string): string {
  return (module.split('/').pop() ?? module).replace(/[^A-Za-z0-9_$]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase());
}

function presentLocal(present: readonly Present[], request: ImportRequest): Draft | undefined {
  const sameModule = present.filter((one) => one.module === request.module);
  const direct = sameModule.find((one) => one.imported === request.name || (request.name === 'default' && one.imported === null));
  if (direct) return { kind: 'name', name: direct.local };
  if (request.name === null) {
    const whole = sameModule.find((one) => one.imported === 'default');
    return whole ? { kind: 'name', name: whole.local } : undefined;
  }
  if (request.name === 'default') return undefined;
  const whole = sameModule.find((one) => one.imported === null || one.imported === 'default');
  return whole ? { kind: 'member', object: { kind: 'name', name: whole.local }, property: request.name } : undefined;
}

const BUILTIN: ReadonlySet<string> = new Set(['crypto', 'fs', 'path', 'url', 'buffer', 'dns', 'net', 'https', 'child_process', 'util']);

function isBuiltin(module: string): boolean {
  return BUILTIN.has(module);
}

function importsOf(file: FileView): Present[] {
  const present: Present[] = [];
  for (const statement of file.module.functions[0]?.body ?? []) {
    if (statement.kind !== 'assign' || statement.value === null) continue;
    const value = statement.value;
    if (value.kind === 'module' && !value.typeOnly) collect(present, statement, statement.target, value);
    if (value.kind === 'member' && value.object.kind === 'module' && statement.target.kind === 'bind') {
      present.push({ module: value.object.module, imported: value.property, local: statement.target.name, offset: statement.range.start });
    }
  }
  return present;
}

function collect(present: Present[], statement: Statement, target: Pattern, value: ModuleExpr): void {
  const offset = statement.range.start;
  if (target.kind === 'bind') present.push({ module: value.module, imported: value.imported, local: target.name, offset });
  if (target.kind !== 'fields' || value.imported !== null) return;
  for (const field of target.fields) {
    if (field.key !== null && field.target.kind === 'bind') present.push({ module: value.module, imported: field.key, local: field.target.name, offset });
  }
}

/** Adds names inside the braces of an import of the same module. */
function addToNames(
  file: FileView,
  present: readonly Present[],
  module: string,
  named: readonly [string, string][],
  style: TypeScriptStyle,
): TextEdit | undefined {
  for (const declaration of declarations(file.text)) {
    if (declaration.module !== module || declaration.names === undefined) continue;
    if (!present.some((one) => one.module === module && declaration.start <= one.offset && one.offset <= declaration.end)) continue;
    const { start, end } = declaration.names;
    const inside = file.text.slice(start, end);
    const last = inside.trimEnd();
    const at = start + last.length;
    const separator = declaration.keyword === 'require' ? ': ' : ' as ';
    const entries = named.map(([imported, local]) => (imported === local ? local : `${imported}${separator}${local}`));
    if (!last.includes('\n')) {
      const comma = last.trim() === '' ? '' : last.endsWith(',') ? ' ' : ', ';
      return { range: { start: at, end: at }, text: comma + entries.join(', ') };
    }
    const indent = /\n([ \t]*)\S[^\n]*$/.exec(last)?.[1] ?? style.indent;
    const trailing = last.endsWith(',');
    return {
      range: { start: at, end: at },
      text: `${trailing ? '' : ','}${entries.map((entry) => `${style.newline}${indent}${entry}`).join(',')}${trailing ? ',' : ''}`,
    };
  }
  return undefined;
}

interface Declaration {
  readonly start: number;
  readonly end: number;
  readonly module: string;
  readonly keyword: 'import' | 'require';
  /** Between the braces. */
  readonly names: { readonly start: number; readonly end: number } | undefined;
}

/** The import declarations of the text, by their shape at the start of a line. */
function declarations(text: string): Declaration[] {
  const found: Declaration[] = [];
  for (const match of text.matchAll(
    /^import\s(?!type\s)([^'";]*?)\sfrom\s*['"]([^'"\n]+)['"];?|^(?:const|let|var)\s*(\{[^}=]*\})\s*=\s*require\(\s*['"]([^'"\n]+)['"]\s*\);?/gm,
  )) {
    const clause = match[1] ?? match[3] ?? '';
    const clauseStart = match.index + match[0].indexOf(clause);
    const open = clause.indexOf('{');
    const close = clause.lastIndexOf('}');
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      module: (match[2] ?? match[4] ?? '').replace(/^node:/, ''),
      keyword: match[1] === undefined ? 'require' : 'import',
      names: open >= 0 && close > open ? { start: clauseStart + open + 1, end: clauseStart + close } : undefined,
    });
  }
  return found;
}

function importLines(module: string, names: readonly [string, string][], style: TypeScriptStyle): string[] {
  if (names.length === 0) return [];
  const space = style.spacedBraces ? ' ' : '';
  const end = style.semicolons ? ';' : '';
  const specifier = `${style.quote}${style.nodePrefix && isBuiltin(module) ? 'node:' : ''}${module}${style.quote}`;
  const separator = style.modules === 'require' ? ': ' : ' as ';
  const named = names.filter(([imported]) => imported !== '*' && imported !== 'default').sort(([a], [b]) => (a < b ? -1 : 1));
  const list = `{${space}${named.map(([imported, local]) => (imported === local ? local : `${imported}${separator}${local}`)).join(', ')}${space}}`;
  const whole = names.find(([imported]) => imported === '*');
  const main = names.find(([imported]) => imported === 'default');
  const lines: string[] = [];
  if (style.modules === 'require') {
    for (const one of [whole, main]) if (one) lines.push(`const ${one[1]} = require(${specifier})${end}`);
    if (named.length > 0) lines.push(`const ${list} = require(${specifier})${end}`);
    return lines;
  }
  if (whole) lines.push(`import * as ${whole[1]} from ${specifier}${end}`);
  if (main || named.length > 0) lines.push(`import ${[...(main ? [main[1]] : []), ...(named.length > 0 ? [list] : [])].join(', ')} from ${specifier}${end}`);
  return lines;
}

interface NewImport {
  readonly line: string;
  readonly isBuiltin: boolean;
}

/**
 * Packages stand with packages, in front of the project's own files, and Node's own modules with each other where there are some.
 * A file without imports gets them at the very top, below a first comment and directives.
 */
function newLines(file: FileView, fresh: readonly NewImport[], style: TypeScriptStyle): TextEdit[] {
  const present = importStatements(file);
  if (present.length === 0) return [atTop(file.text, fresh.map((one) => one.line).join(style.newline), style)];
  const edits: TextEdit[] = [];
  for (const { line, isBuiltin: wanted } of fresh) {
    const beside = (wanted ? present.findLast((one) => one.kind === 'builtin') : undefined) ?? present.findLast((one) => one.kind !== 'own');
    const next = beside === undefined ? present.find((one) => one.kind === 'own' && !one.isForEffect) : undefined;
    const last = beside ?? present.at(-1);
    const at = next ? next.start : lineEnd(file.text, last?.end ?? 0);
    const known = edits.findIndex((edit) => edit.range.start === at);
    const text = next ? line + style.newline : style.newline + line;
    if (known >= 0) edits[known] = { range: { start: at, end: at }, text: (edits[known]?.text ?? '') + text };
    else edits.push({ range: { start: at, end: at }, text });
  }
  return edits;
}

interface ImportStatement {
  readonly start: number;
  readonly end: number;
  readonly kind: 'builtin' | 'package' | 'own';
  readonly isForEffect: boolean;
}

function importStatements(file: FileView): ImportStatement[] {
  const found: ImportStatement[] = [];
  for (const match of file.text.matchAll(
    /^(?:import\s[^'";]*?\sfrom\s*['"][^'"\n]+['"]|import\s*['"][^'"\n]+['"]|import\s+\w+\s*=\s*require\([^)]*\)|(?:const|let|var)\s*[^=;]*=\s*require\(\s*['"][^'"\n]+['"]\s*\)[^\n]*);?/gm,
  )) {
    if (!inImportArea(file, match.index)) continue;
    const module = /(?:\bfrom|\brequire\(|^import)\s*['"]([^'"\n]+)['"]/.exec(match[0])?.[1] ?? '';
    const isOwn = /^(?:[./#]|[@~]\/)/.test(module);
    const kind = isOwn ? 'own' : module.startsWith('node:') || isBuiltin(module) ? 'builtin' : 'package';
    found.push({ start: match.index, end: match.index + match[0].trimEnd().length, kind, isForEffect: /^import\s*['"]/.test(match[0]) });
  }
  return found;
}

function atTop(text: string, block: string, style: TypeScriptStyle): TextEdit {
  const head =
    /^(?:\uFEFF)?(?:#![^\n]*\n)?(?:\s*(?:\/\*[^]*?\*\/|\/\/[^\n]*)(?=\s*?\n\s*\n|\s*\n\s*['"]use ))?(?:\s*(?:'use [\w ]+'|"use [\w ]+");?[^\n]*)*/.exec(
      text,
    )?.[0] ?? '';
  if (/^\uFEFF?$/.test(head)) return { range: { start: head.length, end: head.length }, text: block + style.newline + style.newline };
  const gap = head.endsWith('\n') ? '' : style.newline;
  return {
    range: { start: head.length, end: head.length },
    text: `${gap}${head.includes('use ') ? '' : style.newline}${block}${head.endsWith('\n') ? style.newline : ''}`,
  };
}

/** Text that looks like an import inside a string or a function is none: only module-level statements count. */
function inImportArea(file: FileView, offset: number): boolean {
  const body = file.module.functions[0]?.body ?? [];
  if (body.length === 0) return true;
  return (
    body.some((statement) => statement.range.start >= offset - 1 && statement.range.start <= lineEnd(file.text, offset)) ||
    !body.some((statement) => statement.range.start < offset && offset < statement.range.end)
  );
}
