/** Findings made by hand, for remedies on their own: a small project in memory, and facts told by pointing at text. */
import { posix } from 'node:path';
import type { Finding, RemedyRequest } from '../../server/src/analysis/finding.js';
import type { Module, Range } from '../../server/src/ir/model.js';
import { loadPythonFrontEnd } from '../../server/src/languages/python/front-end.js';
import { typescriptFrontEnd } from '../../server/src/languages/typescript/front-end.js';
import { editsFor, type RemedyEdit, type RemedySource } from '../../server/src/remedies/index.js';

const python = await loadPythonFrontEnd();

export type Files = Readonly<Record<string, string>>;

export function lowered(path: string, text: string): Module {
  return (path.endsWith('.py') ? python : typescriptFrontEnd).parse(path, text).module;
}

export function projectOf(files: Files): RemedySource {
  const modules = new Map<string, Module>();
  const resolve = (from: string, specifier: string): string | undefined => {
    const dotted = specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier.replaceAll('.', '/');
    return [dotted, dotted.replace(/\.js$/, '.ts'), `${dotted}.ts`, `${dotted}.js`, `${dotted}.py`].find((path) => files[path] !== undefined);
  };
  const module = (path: string): Module | undefined => {
    const text = files[path];
    if (text === undefined || !/\.(?:[cm]?[jt]sx?|py)$/.test(path)) return undefined;
    let known = modules.get(path);
    if (!known) modules.set(path, (known = lowered(path, text)));
    return known;
  };
  return {
    module,
    resolve,
    text: (path) => files[path],
    importersOf: (path) =>
      Object.keys(files).filter((other) =>
        (module(other)?.functions[0]?.body ?? []).some(
          (one) => one.kind === 'assign' && one.value?.kind === 'module' && resolve(other, one.value.module) === path,
        ),
      ),
  };
}

/** The place of some text in a file; the text must stand there once. */
export function at(text: string, part: string): Range {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`not in the text: ${part}`);
  if (text.indexOf(part, start + 1) >= 0) throw new Error(`more than once in the text: ${part}`);
  return { start, end: start + part.length };
}

export interface Pointed {
  readonly framework: string;
  readonly provider?: string | null;
  readonly methods?: readonly string[];
  /** Text inside the handler, innermost function wins. */
  readonly handler: string;
  readonly handlerPath?: string;
  /** The registration's whole call or decorator. */
  readonly registration?: string;
}

export function endpointOf(files: Files, path: string, pointed: Pointed): Record<string, unknown> {
  const handlerPath = pointed.handlerPath ?? path;
  const text = files[handlerPath] ?? '';
  const module = lowered(handlerPath, text);
  const inside = at(text, pointed.handler);
  const around = module.functions.filter(
    (fn) => fn.form !== 'module' && fn.form !== 'class-body' && fn.range.start <= inside.start && inside.end <= fn.range.end,
  );
  const handler = around.sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))[0];
  if (!handler) throw new Error(`no function around: ${pointed.handler}`);
  const call = pointed.registration === undefined ? null : callAt(files[path] ?? '', pointed.registration);
  return {
    framework: pointed.framework,
    provider: pointed.provider ?? null,
    methods: pointed.methods ?? ['POST'],
    route: { path, range: call ?? handler.nameRange },
    handler: { path: handlerPath, functionId: handler.id },
    registration: call ? { path, call, handlersFrom: 1 } : null,
  };
}

/** From `app.post(` to its closing bracket. */
function callAt(text: string, opening: string): Range {
  const { start } = at(text, opening);
  let depth = 0;
  for (let end = text.indexOf('(', start); end < text.length; end++) {
    if (text[end] === '(') depth++;
    if (text[end] === ')' && --depth === 0) return { start, end: end + 1 };
  }
  throw new Error(`no end of: ${opening}`);
}

export function findingOf(path: string, range: Range, ...remedies: readonly RemedyRequest[]): Finding {
  return {
    rule: 'by-hand',
    variant: 'by-hand',
    message: 'by hand',
    at: { path, range },
    because: [],
    certainty: 'proven',
    severity: 'error',
    endpoints: [],
    remedies,
  };
}

export function repaired(files: Files, finding: Finding, offer: string): Record<string, string> {
  const outcome = editsFor(finding, offer, projectOf(files));
  if ('declined' in outcome) throw new Error(`declined: ${outcome.declined}`);
  return applied(files, outcome.edits);
}

export function applied(files: Files, edits: readonly RemedyEdit[]): Record<string, string> {
  const result: Record<string, string> = { ...files };
  for (const path of new Set(edits.map((edit) => edit.path))) {
    let text = result[path] ?? '';
    const own = edits.map((edit, order) => ({ edit, order })).filter(({ edit }) => edit.path === path);
    own.sort((a, b) => b.edit.range.start - a.edit.range.start || b.order - a.order);
    for (const { edit } of own) text = text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end);
    result[path] = text;
  }
  return result;
}
