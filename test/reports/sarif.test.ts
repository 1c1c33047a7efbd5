import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/analysis/finding.js';
import { jsonReport } from '../../server/src/reports/json.js';
import { encodePath, sarifLog, sarifReport } from '../../server/src/reports/sarif.js';
import { sample } from './sample.js';

const log = sarifLog(sample);
const results = log.runs[0]?.results ?? [];

describe('SARIF', () => {
  it('keeps to the schema of 2.1.0', () => {
    const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    const check = (value: unknown): unknown => (validate(value) ? [] : validate.errors);
    expect(check(JSON.parse(sarifReport(sample)))).toEqual([]);
    expect(check(JSON.parse(sarifReport({ ...sample, findings: [], suppressed: [], problems: [], rules: [] })))).toEqual([]);
    expect(check({ version: '2.1.0', runs: [{}] })).not.toEqual([]);
  });

  it('looks like this', async () => {
    await expect(sarifReport(sample)).toMatchFileSnapshot('golden/sample.sarif');
  });

  it('gives addresses that are valid references and can be decoded to the path', () => {
    for (const path of ['src/[id]/app #1.ts', 'a b/ü/世界.py', 'a%20b?.ts', 'x:y/z.ts', '(group)/+page.server.ts', '@slot/$id.tsx']) {
      const encoded = encodePath(path);
      expect(decodeURIComponent(encoded)).toBe(path);
      expect(new URL(encoded, 'file:///base/').href).toBe(`file:///base/${encoded}`.replaceAll('x%3Ay', 'x%3Ay'));
      expect(encoded).toMatch(/^[\w\-.~!$&'()*+,;=:@/%]+$/);
    }
    expect(encodePath('(group)/+page.server.ts')).toBe('(group)/+page.server.ts');
    expect(encodePath('lone\uD800.ts')).toBe('lone%EF%BF%BD.ts');
    expect(log.runs[0]?.originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: 'file:///home/somebody/my%20project/' } });
  });

  it('counts columns in UTF-16 units', () => {
    const region = results[1]?.locations?.[0]?.physicalLocation?.region;
    expect(region).toEqual({ startLine: 2, startColumn: 38, endLine: 2, endColumn: 58 });
    expect(log.runs[0]?.columnKind).toBe('utf16CodeUnits');
  });

  it('has a level for each finding: what cannot be told is a note', () => {
    expect(results.map((result) => [result.ruleId, result.level, result.kind])).toEqual([
      ['late-verification', 'error', undefined],
      ['missing-signature-verification', 'note', undefined],
      ['weak-signature-comparison', 'warning', undefined],
      ['weak-signature-comparison', 'warning', undefined],
    ]);
  });

  it('leads through the steps to the finding', () => {
    const flow = results[0]?.codeFlows?.[0]?.threadFlows[0]?.locations.map((each) => each.location?.message?.text);
    expect(flow).toEqual(['the endpoint', 'checked here', '`db.parcels.insert` runs before the signature is checked.']);
  });

  it('marks what comments ignore', () => {
    expect(results.filter((result) => result.suppressions !== undefined).map((result) => result.suppressions)).toEqual([
      [{ kind: 'inSource', status: 'accepted', justification: 'the gateway checks' }],
    ]);
  });

  it('points each result to its rule', () => {
    for (const result of results) expect(log.runs[0]?.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
  });

  it('has fingerprints that stay when lines are added above, and tell equal lines apart', () => {
    const [first] = sample.findings;
    if (first === undefined) throw new Error('the sample is empty');
    const prints = (text: string, shift: number): unknown[] => {
      const moved: Finding = {
        ...first.finding,
        because: [],
        endpoints: [],
        at: { path: first.finding.at.path, range: { start: first.finding.at.range.start + shift, end: first.finding.at.range.end + shift } },
      };
      const twice = { ...sample, findings: [moved, moved].map((finding) => ({ finding, remedies: [] })), suppressed: [], text: () => text };
      return (sarifLog(twice).runs[0]?.results ?? []).map((result) => result.partialFingerprints?.['webhookproof/v1']);
    };
    const text = sample.text(first.finding.at.path) ?? '';
    expect(prints(`// one\n// two\n${text}`, 14)).toEqual(prints(text, 0));
    expect(new Set(prints(text, 0)).size).toBe(2);
  });
});

it('gives the same bytes each time', () => {
  expect(sarifReport(sample)).toBe(sarifReport(sample));
  expect(jsonReport(sample)).toBe(jsonReport(sample));
});

it('JSON looks like this', async () => {
  await expect(jsonReport(sample)).toMatchFileSnapshot('golden/sample.json');
});
