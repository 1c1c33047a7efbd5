/** A scan's result with everything that a report can show, made by hand. */
import type { EndpointSummary } from '../../server/src/analysis/endpoint-summary.js';
import type { Finding, Place } from '../../server/src/analysis/finding.js';
import type { ScanResult } from '../../server/src/reports/model.js';

const app = [
  "import express from 'express';",
  "import { check } from './lib/check';",
  '',
  'const app = express();',
  "\tapp.post('/inbox/世界', async (req, res) => {",
  '\t\tawait db.parcels.insert(req.body);',
  '\t\tif (!check(req)) return res.status(401).end();',
  '\t});',
  '',
].join('\r\n');

const check = ['export function check(req) {', "  return req.headers['x-parcel'] === mac(req) /* 😀 */ || false;", '}', ''].join('\n');

export const sources: Readonly<Record<string, string>> = { 'src/[id]/app #1.ts': app, 'src/lib/check.ts': check };

export function placeOf(path: string, part: string): Place {
  const start = sources[path]?.indexOf(part) ?? -1;
  if (start < 0) throw new Error(`${path} has no ${part}`);
  return { path, range: { start, end: start + part.length } };
}

const route = placeOf('src/[id]/app #1.ts', "app.post('/inbox/世界'");

const late: Finding = {
  rule: 'late-verification',
  variant: 'effect-before-check',
  message: '`db.parcels.insert` runs before the signature is checked.\nAnybody can fill the table.\nMove the check up.',
  at: placeOf('src/[id]/app #1.ts', 'db.parcels.insert(req.body)'),
  because: [
    { message: 'the endpoint', at: route },
    { message: 'checked here', at: placeOf('src/[id]/app #1.ts', 'check(req)') },
  ],
  certainty: 'proven',
  severity: 'error',
  endpoints: [route],
  remedies: [],
};

const weak: Finding = {
  rule: 'weak-signature-comparison',
  variant: 'plain-equality',
  message: 'The signature is compared with `===`.\nIts time tells how much of it was right.\nCompare in constant time.',
  at: placeOf('src/lib/check.ts', '==='),
  because: [],
  certainty: 'likely',
  severity: 'warning',
  endpoints: [route],
  remedies: [],
};

const unsure: Finding = {
  ...weak,
  rule: 'missing-signature-verification',
  variant: 'unknown-helper',
  message: '`mac` cannot be read.',
  at: placeOf('src/lib/check.ts', 'mac(req) /* 😀 */ ||'),
  certainty: 'cannot-tell',
  severity: 'error',
  endpoints: [],
};

const endpoint: EndpointSummary = {
  framework: 'express',
  methods: ['POST'],
  path: '/inbox/世界',
  at: route,
  name: 'handler of POST /inbox/世界',
  provider: null,
  webhook: true,
  evidence: ['declared'],
  verdict: 'unverified',
  because: [],
};

export const sample: ScanResult = {
  findings: [
    { finding: late, remedies: [{ title: 'Move the check before the effect', safety: 'review' }] },
    { finding: unsure, remedies: [] },
    { finding: weak, remedies: [{ title: 'Compare in constant time', safety: 'safe' }] },
  ],
  suppressed: [{ finding: { ...weak, at: placeOf('src/lib/check.ts', '||') }, reason: 'the gateway checks' }],
  endpoints: [endpoint],
  problems: ['src/big.ts is larger than 1 MB (2000000 bytes) and was not read'],
  filesSeen: 2,
  leftOut: ['3 test or fixture files (--include-tests)'],
  base: '/home/somebody/my project/',
  rules: [
    { id: 'late-verification', title: 'Effect before the signature check', severity: 'error', page: '# Effect before the signature check\n' },
    { id: 'missing-signature-verification', title: 'No signature check', severity: 'error', page: undefined },
    { id: 'weak-signature-comparison', title: 'Signature compared in variable time', severity: 'warning', page: undefined },
  ],
  toolVersion: '1.2.3',
  text: (address) => sources[address],
};
