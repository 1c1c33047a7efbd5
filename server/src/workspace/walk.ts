/** Walks the source files below a folder as a scan wants them: without what git ignores, without built or installed code, without tests. */

import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { foldersFrom, nameOf, parentOf } from './paths.js';

export interface WalkOptions {
  /** The project path to begin at; a file is given out whatever it is called. */
  readonly under: string;
  readonly includeTests: boolean;
  isSource(path: string): boolean;
  log(line: string): void;
}

/** What a walk passed by. */
export interface LeftOut {
  testFiles: number;
  ignoredByGit: number;
  /** Installed, built or vendored code, and caches. */
  otherFolders: number;
  tooLarge: number;
  /** By the user's configuration. */
  excluded: number;
}

export function nothingLeftOut(): LeftOut {
  return { testFiles: 0, ignoredByGit: 0, otherFolders: 0, tooLarge: 0, excluded: 0 };
}

/**
 * Project paths in the order of their names. Links are not followed, so no file comes twice and no ring is endless. After each
 * folder comes `null`, a moment to give way to other work: thousands of folders may hold no source.
 */
export function* walk(root: string, options: WalkOptions, leftOut: LeftOut): Generator<string | null> {
  const { under } = options;
  if (under !== '' && !isFolder(join(root, under))) {
    if (options.isSource(under)) yield under;
    return;
  }
  const rules: IgnoreRules[] = [];
  for (const folder of [...foldersFrom(under)].reverse()) pushRules(rules, root, folder, options.log);
  yield* walkFolder(root, under, rules, false, options, leftOut);
}

interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
}

function* walkFolder(
  root: string,
  folder: string,
  outer: readonly IgnoreRules[],
  isTest: boolean,
  options: WalkOptions,
  leftOut: LeftOut,
): Generator<string | null> {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    options.log(`${folder === '' ? 'the root folder' : folder} cannot be listed (${String(error)})`);
    return;
  }
  const rules = [...outer];
  if (folder !== options.under && entries.some((entry) => entry.name === '.gitignore')) pushRules(rules, root, folder, options.log);
  for (const entry of entries.sort(byName)) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (skippedFolders.has(entry.name) || (builtFolders.has(entry.name) && !routeFolder.test(path)))
        leftOut.otherFolders += ownFolders.has(entry.name) ? 0 : 1;
      else if (isIgnored(rules, `${path}/`)) leftOut.ignoredByGit++;
      else yield* walkFolder(root, path, rules, isTest || testFolders.has(entry.name.toLowerCase()), options, leftOut);
    } else if (entry.isFile() && options.isSource(path) && !generated.test(entry.name)) {
      if (isIgnored(rules, path)) leftOut.ignoredByGit++;
      else if (!options.includeTests && (isTest || testFile.test(entry.name))) leftOut.testFiles++;
      else yield path;
    }
  }
  yield null;
}

/** The innermost file that has something to say decides, as in git. */
function isIgnored(rules: readonly IgnoreRules[], path: string): boolean {
  for (let index = rules.length - 1; index >= 0; index--) {
    const each = rules[index];
    if (each === undefined) continue;
    const verdict = each.rules.test(each.folder === '' ? path : path.slice(each.folder.length + 1));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

function pushRules(rules: IgnoreRules[], root: string, folder: string, log: (line: string) => void): void {
  const file = join(root, folder, '.gitignore');
  try {
    if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return;
    rules.push({ folder, rules: ignore().add(readFileSync(file, 'utf8')) });
  } catch (error) {
    log(`${folder === '' ? '' : `${folder}/`}.gitignore cannot be used (${String(error)})`);
  }
}

function isFolder(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}

function byName(left: Dirent, right: Dirent): number {
  return left.name < right.name ? -1 : left.name > right.name ? 1 : 0;
}

/** True for code that exists to try other code. */
export function isTestPath(path: string): boolean {
  return (
    testFile.test(nameOf(path)) ||
    parentOf(path)
      .split('/')
      .some((segment) => testFolders.has(segment.toLowerCase()))
  );
}

// biome-ignore format: one subject a line
const skippedFolders = new Set([
  'node_modules', 'bower_components', 'jspm_packages', 'site-packages', 'dist', '__pycache__', 'venv', '.venv', '.env', '.tox', '.nox', '.eggs',
  '.git', '.hg', '.svn', '.jj', '.next', '.nuxt', '.output', '.svelte-kit', '.astro', '.turbo', '.vercel', '.netlify', '.wrangler', '.open-next',
  '.serverless', '.aws-sam', '.cache', '.parcel-cache', '.yarn', '.pnpm-store', '.mypy_cache', '.pytest_cache', '.ruff_cache', '.idea', '.vscode', '.vscode-test', '.webhookproof',
]);

/** What version control, editors and we keep there is nobody's code. */
const ownFolders = new Set(['.git', '.hg', '.svn', '.jj', '.idea', '.vscode', '.webhookproof']);

/** Names that are also words of routes: `app/api/vendor/route.ts` is source. */
const builtFolders = new Set(['vendor', 'third_party', 'build', 'out', 'target', 'coverage', 'env']);
const routeFolder = /(?:^|\/)(?:api|apis|routes|routers|pages|controllers|handlers|functions|webhooks?|hooks)\//;

// biome-ignore format: one subject a line
const testFolders = new Set([
  'test', 'tests', '__tests__', 'spec', 'specs', '__specs__', 'e2e', 'cypress', 'playwright', 'fixture', 'fixtures', '__fixtures__', 'testdata', 'test-data', 'test_data',
  'mock', 'mocks', '__mocks__', 'stories', '__snapshots__', 'testing',
]);

const testFile =
  /(?:\.(?:test|tests|spec|specs|e2e|cy|mock|mocks|fixture|fixtures|stories|story|bench)\.[cm]?[jt]sx?|_test\.py|_tests\.py)$|^(?:test_.*|tests|conftest)\.py$/i;

const generated = /\.d\.[cm]?ts$|[.-]min\.[cm]?js$|\.(?:bundle|chunk)\.[cm]?js$/i;
