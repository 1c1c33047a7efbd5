/** A repaired TypeScript file has no type error that it did not have before: every remedy, every golden file, every unsound case. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { editsFor, offersFor } from '../../server/src/remedies/index.js';
import { mergeFindings, scanFile } from '../../server/src/scan.js';
import { Workspace } from '../../server/src/workspace/index.js';
import { codeFiles, findCases, withProject } from '../support/cases.js';
import { applied, type Files } from './by-hand.js';
import { untilSilent } from './until-silent.js';

const repository = join(import.meta.dirname, '../..');
const golden = join(import.meta.dirname, 'golden');

describe('repaired TypeScript', () => {
  it('compiles as well as before in the golden files', () => {
    const folders = [...readdirSync(golden).map((remedy) => join(golden, remedy)), join(import.meta.dirname, 'whole-files/golden')];
    const pairs = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.before.ts'))
        .map((file): Pair => {
          const read = (name: string): Files => ({ 'src/inbox.ts': readFileSync(join(folder, name), 'utf8') });
          return { label: `${basename(folder)}/${file}`, before: read(file), after: read(file.replace('.before', '.after')) };
        }),
    );
    expect(pairs.length).toBeGreaterThan(10);
    expect(newErrors(pairs)).toEqual([]);
  }, 120_000);

  it('compiles as well as before in the unsound cases of the rules', async () => {
    const pairs: Pair[] = [];
    for (const subject of findCases(join(import.meta.dirname, '../rules')).filter(
      (one) => one.verdict === 'unsound' && one.files.some((file) => /\.tsx?$/.test(file.path)),
    )) {
      await withProject(subject, async (root) => {
        const workspace = new Workspace({ root, log: () => undefined });
        const paths = codeFiles(subject).map((file) => file.path);
        for (const path of paths) await workspace.ready(path);
        const snapshot = workspace.snapshot();
        const before = Object.fromEntries(subject.files.map((file) => [file.path, file.text]));
        for (const finding of mergeFindings(paths.flatMap((path) => scanFile(snapshot, path).findings))) {
          for (const offer of offersFor(finding, snapshot)) {
            const outcome = editsFor(finding, offer.id, snapshot);
            if ('edits' in outcome) pairs.push({ label: `${subject.name}: ${offer.title}`, before, after: applied(before, outcome.edits) });
          }
        }
      });
    }
    expect(pairs.length).toBeGreaterThan(50);
    expect(newErrors(pairs)).toEqual([]);
  }, 240_000);

  it('compiles as well as before in the projects that are served', async () => {
    const folders = join(repository, 'test/served/handlers/frameworks');
    const pairs: Pair[] = [];
    for (const folder of readdirSync(folders)) {
      const read = (name: string): [string, string] => [name, readFileSync(join(folders, folder, name), 'utf8')];
      const before = Object.fromEntries(readdirSync(join(folders, folder)).map(read));
      const { files } = await untilSilent(
        before,
        (titles) =>
          Math.max(
            0,
            titles.findIndex((title) => /HMAC|secret token/.test(title)),
          ),
        (finding) => finding.rule === 'missing-signature-verification',
      );
      pairs.push({ label: folder, before, after: files });
    }
    expect(pairs.filter(({ before, after }) => Object.keys(before).some((path) => /\.ts$/.test(path) && before[path] !== after[path])).length).toBeGreaterThan(
      4,
    );
    expect(newErrors(pairs)).toEqual([]);
  }, 240_000);
});

interface Pair {
  readonly label: string;
  readonly before: Files;
  readonly after: Files;
}

/** What the platforms bring without a package, and the limiters that repairs name for projects to install, as they are documented. */
const AMBIENT = `
declare const Deno: { env: { get(name: string): string | undefined }; serve(...parts: unknown[]): unknown };
declare module '$env/dynamic/private' { export const env: Record<string, string | undefined>; }
declare module 'express-rate-limit' {
  import type { Request, RequestHandler } from 'express';
  export function rateLimit(options?: { windowMs?: number; limit?: number; keyGenerator?: (req: Request) => string }): RequestHandler;
  export default rateLimit;
}
declare module 'hono-rate-limiter' {
  import type { Context, MiddlewareHandler } from 'hono';
  export function rateLimiter(options: { windowMs?: number; limit?: number; keyGenerator: (c: Context) => string }): MiddlewareHandler;
}
declare module '@fastify/rate-limit' {
  import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
  interface RateLimitOptions { max?: number; timeWindow?: string | number; global?: boolean; keyGenerator?: (request: FastifyRequest) => string }
  const rateLimit: FastifyPluginAsync<RateLimitOptions>;
  export default rateLimit;
}
`;

/** What a plugin adds to the types of its framework. */
const AUGMENTING = `
export {};
declare module 'fastify' {
  interface FastifyContextConfig { rateLimit?: { max?: number; timeWindow?: string | number } | false }
}
`;

/** One program for all, since most of the time goes into reading the packages' types. */
function newErrors(pairs: readonly Pair[]): string[] {
  const virtual = new Map<string, string>();
  const folder = (at: number, side: 'before' | 'after'): string => join(repository, 'test/remedies/compiled', String(at), side);
  pairs.forEach((pair, at) => {
    for (const side of ['before', 'after'] as const)
      for (const [path, text] of Object.entries(pair[side])) if (/\.tsx?$/.test(path)) virtual.set(join(folder(at, side), path), text);
  });
  virtual.set(join(repository, 'test/remedies/compiled/ambient.d.ts'), AMBIENT);
  virtual.set(join(repository, 'test/remedies/compiled/augmenting.d.ts'), AUGMENTING);
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    esModuleInterop: true,
    experimentalDecorators: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
    typeRoots: [join(repository, 'node_modules/@types')],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (path, ...rest) => {
    const text = virtual.get(path);
    return text === undefined ? getSourceFile.call(host, path, ...rest) : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  };
  host.fileExists = (path) => virtual.has(path) || fileExists.call(host, path);
  host.readFile = (path) => virtual.get(path) ?? readFile.call(host, path);
  const program = ts.createProgram([...virtual.keys()], options, host);
  const errorsOf = (root: string): string[] =>
    [...virtual.keys()]
      .filter((path) => path.startsWith(root + '/'))
      .flatMap((path) => {
        const source = program.getSourceFile(path);
        return source
          ? program.getSemanticDiagnostics(source).map((one) => `${path.slice(root.length)}: ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`)
          : [];
      });
  return pairs.flatMap((pair, at) => {
    const known = errorsOf(folder(at, 'before'));
    return errorsOf(folder(at, 'after'))
      .filter((error) => {
        const index = known.indexOf(error);
        if (index >= 0) known.splice(index, 1);
        return index < 0;
      })
      .map((error) => `${pair.label}${error}`);
  });
}
