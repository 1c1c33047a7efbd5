/**
 * Findings as SARIF 2.1.0.
 *
 * What cannot be told is a result of level `note` with the property `certainty`; its kind stays `fail`, because the standard
 * allows a level other than `none` for no other kind, and viewers hide what has level `none`.
 */
import { createHash } from 'node:crypto';
import type { CodeFlow, Fix, Location, Log, PhysicalLocation, Region, ReportingDescriptor, Result } from 'sarif';
import type { Finding, Place } from '../analysis/finding.js';
import { type Lines, linesOf } from './lines.js';
import { levelOf, type OfferedRemedy, type RuleInfo, type ScanResult } from './model.js';

export function sarifReport(result: ScanResult): string {
  return `${JSON.stringify(sarifLog(result), undefined, 2)}\n`;
}

export function sarifLog(result: ScanResult): Log {
  const lines = linesOf((address) => result.text(address));
  const fingerprints = new Fingerprints(lines);
  const ruleIndex = new Map(result.rules.map((rule, index) => [rule.id, index]));
  const toResult = (finding: Finding): Result => resultOf(finding, ruleIndex.get(finding.rule), lines, fingerprints);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Webhookproof', semanticVersion: result.toolVersion, rules: result.rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        ...(result.stats === undefined ? {} : { properties: { stats: result.stats } }),
        originalUriBaseIds: { [baseId]: { uri: `file://${result.base.startsWith('/') ? '' : '/'}${encodePath(result.base)}` } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: result.problems.map((text) => ({ level: 'warning', message: { text: wellFormed(text) } })),
          },
        ],
        results: [
          ...result.findings.map(({ finding, remedies }): Result => {
            const fixes = remedies.flatMap((remedy) => fixOf(remedy, lines) ?? []);
            return { ...toResult(finding), ...(fixes.length === 0 ? {} : { fixes }) };
          }),
          ...result.suppressed.map(
            ({ finding, reason }): Result => ({
              ...toResult(finding),
              suppressions: [{ kind: 'inSource', status: 'accepted', justification: wellFormed(reason) }],
            }),
          ),
        ],
      },
    ],
  };
}

function descriptor({ id, title, severity, page }: RuleInfo): ReportingDescriptor {
  return {
    id,
    name: id.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    ...(page === undefined ? {} : { help: { text: page, markdown: page } }),
    defaultConfiguration: { level: severity },
    properties: { tags: ['security', 'webhook'] },
  };
}

function resultOf(finding: Finding, ruleIndex: number | undefined, lines: (address: string) => Lines, fingerprints: Fingerprints): Result {
  const related = finding.endpoints.filter((place) => place.path !== finding.at.path || place.range.start !== finding.at.range.start);
  return {
    ruleId: finding.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levelOf(finding),
    message: { text: messageText(finding.message) },
    locations: [{ physicalLocation: physical(finding.at, lines) }],
    ...(finding.because.length === 0 ? {} : { codeFlows: [codeFlow(finding, lines)] }),
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map(
            (place, index): Location => ({ id: index + 1, physicalLocation: physical(place, lines), message: { text: 'An endpoint that this affects.' } }),
          ),
        }),
    partialFingerprints: { 'webhookproof/v1': fingerprints.of(finding) },
    properties: { certainty: finding.certainty, variant: finding.variant },
  };
}

function fixOf({ title, safety, edits }: OfferedRemedy, lines: (address: string) => Lines): Fix | undefined {
  if (edits === undefined || edits.length === 0) return undefined;
  const paths = [...new Set(edits.map((edit) => edit.at.path))];
  const artifactChanges = paths.map((path) => ({
    artifactLocation: { uri: encodePath(path), uriBaseId: baseId },
    replacements: edits
      .filter((edit) => edit.at.path === path)
      .map(({ at, text }) => ({ deletedRegion: regionOf(at, lines), insertedContent: { text: wellFormed(text) } })),
  }));
  return { description: { text: messageText(`${title} (${safety})`) }, artifactChanges };
}

/** The steps in their order, closed by the place of the finding itself. */
function codeFlow({ because, at, message }: Finding, lines: (address: string) => Lines): CodeFlow {
  const last = because.at(-1);
  const endsThere = last !== undefined && last.at.path === at.path && last.at.range.start === at.range.start;
  const steps = endsThere ? because : [...because, { message: message.split('\n', 1)[0] ?? '', at }];
  return {
    threadFlows: [
      { locations: steps.map((step) => ({ location: { physicalLocation: physical(step.at, lines), message: { text: messageText(step.message) } } })) },
    ],
  };
}

function physical(place: Place, lines: (address: string) => Lines): PhysicalLocation {
  return { artifactLocation: { uri: encodePath(place.path), uriBaseId: baseId }, region: regionOf(place, lines) };
}

function regionOf({ path, range }: Place, lines: (address: string) => Lines): Region {
  const table = lines(path);
  const start = table.position(range.start);
  const end = table.position(Math.max(range.end, range.start));
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

const baseId = '%SRCROOT%';

/** A path as a relative reference: what stands for itself stays, so that addresses can be read and compared. */
export function encodePath(path: string): string {
  const encoded = path
    .split('/')
    .map((segment) => encodeURI(wellFormed(segment)).replaceAll(/[[\]#?]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`))
    .join('/');
  // A colon in the first segment would be read as the end of a scheme.
  return path.startsWith('/') ? encoded : encoded.replace(/^[^/]*/, (first) => first.replaceAll(':', '%3A'));
}

/** `[text](target)` is a link in a SARIF message; code in our messages is never one. */
function messageText(text: string): string {
  return wellFormed(text).replaceAll('](', '] (');
}

function wellFormed(text: string): string {
  return text.replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

/** The same for a finding that only moved: rule, message, file and the line's own text, counted where they are equal. */
class Fingerprints {
  readonly #lines: (address: string) => Lines;
  readonly #counts = new Map<string, number>();

  constructor(lines: (address: string) => Lines) {
    this.#lines = lines;
  }

  of({ rule, variant, at }: Finding): string {
    const lines = this.#lines(at.path);
    const code = lines.line(lines.position(at.range.start).line).replaceAll(/\s+/g, ' ').trim();
    const key = createHash('sha256')
      .update(JSON.stringify([rule, variant, at.path, code]))
      .digest('hex')
      .slice(0, 32);
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return `${key}:${count}`;
  }
}
