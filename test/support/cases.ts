/**
 * Rule cases: small files as people write them, with the expectation on the line it is about.
 *
 * A case is a file or a folder under `test/rules/<group>/cases/` named `<shape>.<verdict>[.<extension>]`:
 * `unsound` reports, `sound` is silent for every rule, `unsure` gets nothing but "cannot tell".
 *
 *     db.parcels.insert(event);   // want late-verification "before the signature"
 *     if check(body, signature):  # want-note missing-signature-verification "cannot"
 *
 * A missing finding and an unexpected one both fail, for all rules at once. `// path: app/hooks/route.ts` on the first line
 * says where the file of a one-file case stands in its project; `allow-note` in a comment admits notes nobody asked for.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, relative } from 'node:path';

export type Verdict = 'sound' | 'unsound' | 'unsure';
export type CaseLanguage = 'typescript' | 'python';

export interface Case {
  /** `<group>/<folders>/<shape>.<verdict>.<extension>` */
  readonly name: string;
  /** The folder below `test/rules`: a rule's id, `shapes`, `articles`. */
  readonly group: string;
  readonly verdict: Verdict;
  readonly language: CaseLanguage;
  readonly files: readonly CaseFile[];
}

export interface CaseFile {
  /** Relative to the project that the case stands for. */
  readonly path: string;
  readonly text: string;
}

/** What a scan said, in the terms a case speaks of. */
export interface Report {
  readonly path: string;
  readonly offset: number;
  readonly rule: string;
  readonly message: string;
  readonly cannotTell: boolean;
}

interface Want {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly part: string;
  readonly note: boolean;
}

/**
 * Controls that a short case about something else leaves out (a size limit, a limiter, a claim ...). A finding of these rules counts in
 * cases of the rule's own group and in those that want one of it; everywhere else it says what is true and beside the point.
 */
export const leftOutElsewhere: ReadonlySet<string> = new Set(['unbounded-payload', 'missing-rate-limit', 'slow-acknowledgement']);

/** Short cases write the body as it came while they are about who sent it. Where a case is sound it is sound in this, too. */
export const leftOutOfUnsound: ReadonlySet<string> = new Set(['mass-assignment', 'unvalidated-payload', 'unscoped-object-access']);

/** Whether a finding of `rule` is looked at in this case. */
export function counts(subject: Case, rule: string): boolean {
  const isLeftOut = leftOutElsewhere.has(rule) || (subject.verdict !== 'sound' && leftOutOfUnsound.has(rule));
  return !isLeftOut || subject.group === rule || subject.files.flatMap(wantsOf).some((want) => want.rule === rule);
}

/** Every case below `root` (`test/rules`), in the order of their names. */
export function findCases(root: string): Case[] {
  const groups = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return groups.flatMap((group) => casesIn(root, group.name, join(root, group.name, 'cases'))).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A case from text, for pages and for tests of this harness. */
export function caseOf(name: string, verdict: Verdict, files: readonly CaseFile[]): Case {
  return { name, group: '', verdict, language: languageOf(files), files };
}

/** Where one file of code stands in its project: as its first line says, else under a name that gives nothing away. */
export function placed(text: string, extension: string): CaseFile {
  const told = /^(?:\/\/|#) path: (\S+)/.exec(text);
  return { path: told?.[1] ?? (extension === '.py' ? 'app.py' : `src/server${extension}`), text };
}

/** What is wrong with the reports on a case, one line each; empty when they are exactly as the comments say. */
export function complaints(subject: Case, reports: readonly Report[]): string[] {
  const wants = subject.files.flatMap(wantsOf);
  const open = [...wants];
  const unexpected: string[] = [];

  for (const report of reports) {
    if (!counts(subject, report.rule)) continue;
    const line = lineAt(subject, report.path, report.offset);
    const index = open.findIndex(
      (want) =>
        want.path === report.path && want.line === line && want.rule === report.rule && want.note === report.cannotTell && report.message.includes(want.part),
    );
    if (index >= 0) open.splice(index, 1);
    else if (!(report.cannotTell && allowsNotes(subject, report.path)))
      unexpected.push(`unexpected ${described(report)} at ${report.path}:${line}: ${report.message}`);
  }

  const missing = open.map((want) => `missing ${want.note ? 'note ' : ''}${want.rule} "${want.part}" at ${want.path}:${want.line}`);
  return [...contradictions(subject, wants), ...missing, ...unexpected];
}

/** Whether a case expects `rule` anywhere. */
export function expects(subject: Case, rule: string): boolean {
  return subject.files.flatMap(wantsOf).some((want) => want.rule === rule && !want.note);
}

/** Code files of a case; one that spans several is a case across files. */
export function codeFiles(subject: Case): CaseFile[] {
  return subject.files.filter((file) => isCode(file.path));
}

/** Lays the case out in a folder of its own while `use` runs. */
export async function withProject<T>(subject: Case, use: (root: string) => T | Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'webhookproof-case-'));
  try {
    for (const file of subject.files) {
      const path = join(root, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.text);
    }
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function casesIn(root: string, group: string, folder: string): Case[] {
  const entries = entriesOf(folder);
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    const verdict = /\.(sound|unsound|unsure)(?:\.[a-z]+)?$/.exec(entry.name)?.[1] as Verdict | undefined;
    if (verdict === undefined) return entry.isDirectory() ? casesIn(root, group, path) : [];
    const files = entry.isDirectory() ? filesIn(path, path) : [placed(readFileSync(path, 'utf8'), extname(path))];
    const name = relative(root, path).replaceAll('\\', '/').replace('/cases/', '/');
    return [{ name, group, verdict, language: languageOf(files), files }];
  });
}

function filesIn(root: string, folder: string): CaseFile[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(root, path);
    return [{ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }];
  });
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // a group without cases
  }
}

function languageOf(files: readonly CaseFile[]): CaseLanguage {
  return files.some((file) => file.path.endsWith('.py')) ? 'python' : 'typescript';
}

function isCode(path: string): boolean {
  return /\.(?:[cm]?[jt]s|[jt]sx|py)$/.test(path);
}

function wantsOf(file: CaseFile): Want[] {
  if (!isCode(file.path)) return [];
  return file.text.split('\n').flatMap((text, index) => {
    const comment = /(?:\/\/|#) (want(?:-note)? .*)$/.exec(text)?.[1];
    if (comment === undefined) return [];
    const found = [...comment.matchAll(/want(-note)? ([a-z-]+) "([^"]*)"/g)];
    if (found.length === 0) throw new Error(`${file.path}:${index + 1}: this expectation cannot be read: ${comment}`);
    return found.map((match) => ({ path: file.path, line: index + 1, rule: match[2] ?? '', part: match[3] ?? '', note: match[1] !== undefined }));
  });
}

function contradictions(subject: Case, wants: readonly Want[]): string[] {
  const accusations = wants.filter((want) => !want.note).length;
  if (subject.verdict === 'unsound' && accusations === 0) return ['an unsound case says what it wants'];
  if (subject.verdict !== 'unsound' && accusations > 0) return [`a case called ${subject.verdict} wants no findings`];
  if (new Set(codeFiles(subject).map((file) => file.path.endsWith('.py'))).size > 1) return ['a case is in one language'];
  if (subject.verdict === 'unsure' && wants.length === 0) return ['an unsure case says which note it wants'];
  return [];
}

function allowsNotes(subject: Case, path: string): boolean {
  return subject.files.some((file) => file.path === path && /(?:\/\/|#) allow-note\b/.test(file.text));
}

function lineAt(subject: Case, path: string, offset: number): number {
  const text = subject.files.find((file) => file.path === path)?.text ?? '';
  return text.slice(0, offset).split('\n').length;
}

function described(report: Report): string {
  return report.cannotTell ? `note ${report.rule}` : report.rule;
}
