import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../server/src/reports/code-frame.js';
import { Lines } from '../../server/src/reports/lines.js';
import { printable } from '../../server/src/reports/terminal-text.js';
import { type Colours, textReport } from '../../server/src/reports/text.js';
import { sample } from './sample.js';

const same = (text: string): string => text;
const plain: Colours = { bold: same, dim: same, red: same, yellow: same, cyan: same, green: same };

it('shows what, why, what to do, the place, the steps and the remedies', () => {
  expect(textReport(sample, plain)).toBe(`src/[id]/app #1.ts:6:9  error  late-verification
  \`db.parcels.insert\` runs before the signature is checked.
  Anybody can fill the table.
  Move the check up.

  5 |     app.post('/inbox/世界', async (req, res) => {
  6 |         await db.parcels.insert(req.body);
    |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  7 |         if (!check(req)) return res.status(401).end();

  because
    src/[id]/app #1.ts:5:2  the endpoint
    src/[id]/app #1.ts:7:8  checked here

  endpoints
    src/[id]/app #1.ts:5:2

  remedies
    Move the check before the effect (review)

src/lib/check.ts:2:38  note  missing-signature-verification
  \`mac\` cannot be read.

  1 | export function check(req) {
  2 |   return req.headers['x-parcel'] === mac(req) /* 😀 */ || false;
    |                                      ^^^^^^^^^^^^^^^^^^^^
  3 | }

src/lib/check.ts:2:34  warning  weak-signature-comparison
  The signature is compared with \`===\`.
  Its time tells how much of it was right.
  Compare in constant time.

  1 | export function check(req) {
  2 |   return req.headers['x-parcel'] === mac(req) /* 😀 */ || false;
    |                                  ^^^
  3 | }

  endpoints
    src/[id]/app #1.ts:5:2

  remedies
    Compare in constant time (safe)

1 error, 1 warning, 1 note; 1 webhook endpoint among 1 endpoint in 2 files that may hold one.
1 finding ignored by comments.
Left out: 3 test or fixture files (--include-tests).
`);
});

it('says when there is nothing', () => {
  expect(textReport({ ...sample, findings: [], suppressed: [], leftOut: [] }, plain)).toBe(
    'No findings; 1 webhook endpoint among 1 endpoint in 2 files that may hold one.\n',
  );
});

it('shows nothing but findings when asked to be quiet', () => {
  expect(textReport({ ...sample, findings: [] }, plain, { summary: false })).toBe('');
});

describe('a code frame', () => {
  const marks = { dim: same, mark: same };
  const frame = (text: string, part: string): string[] => {
    const start = text.indexOf(part);
    return codeFrame(new Lines(text), { start, end: start + part.length }, marks);
  };

  it('puts its marks below wide characters, tabs and emoji', () => {
    expect(frame('世界 = bad', 'bad')).toEqual(['1 | 世界 = bad', `  | ${' '.repeat(7)}^^^`]);
    expect(frame('a\tb', 'b')).toEqual(['1 | a   b', '  |     ^']);
    expect(frame('"😀" x', 'x')).toEqual(['1 | "😀" x', '  |      ^']);
    expect(frame('x = "😀"', '😀')).toEqual(['1 | x = "😀"', '  |      ^^']);
    expect(frame('e\u0301 x', 'x')).toEqual(['1 | e\u0301 x', '  |   ^']);
  });

  it('marks one column for an empty place, also at the end of a line and of the file', () => {
    expect(codeFrame(new Lines('ab\ncd'), { start: 2, end: 2 }, marks)).toEqual(['1 | ab', '  |   ^', '2 | cd']);
    expect(codeFrame(new Lines('ab'), { start: 2, end: 2 }, marks)).toEqual(['1 | ab', '  |   ^']);
    expect(codeFrame(new Lines(''), { start: 0, end: 0 }, marks)).toEqual(['1 | '.trimEnd(), '  | ^']);
    expect(codeFrame(new Lines('ab'), { start: 90, end: 99 }, marks)).toEqual(['1 | ab', '  |   ^']);
  });

  it('marks the first line of a place of many lines', () => {
    expect(frame('a(\n  b,\n);', 'a(\n  b,\n)')).toEqual(['1 | a(', '  | ^^', '2 |   b,']);
  });

  it('keeps numbers of different width in line', () => {
    const text = Array.from({ length: 10 }, (_, index) => `line${index + 1}`).join('\n');
    expect(frame(text, 'line9')).toEqual([' 8 | line8', ' 9 | line9', '   | ^^^^^', '10 | line10']);
  });

  it('shows a window of a very long line', () => {
    const [line = '', mark = ''] = frame(`${'x'.repeat(5000)}BAD${'y'.repeat(5000)}`, 'BAD');
    expect(line.length).toBeLessThan(160);
    expect(line.indexOf('BAD')).toBe(mark.indexOf('^^^'));
    expect(mark.match(/\^/g)).toHaveLength(3);
  });

  it('lets no source text command the terminal', () => {
    const [line = ''] = frame('a = "\u001b[31m\u202e"; bad', 'bad');
    expect(line).toBe('1 | a = "\u241b[31m\uFFFD"; bad');
    expect(printable('a\nb\u0007')).toBe('a\u240ab\u2407');
  });
});

describe('lines', () => {
  it('end in every way that lines end', () => {
    const lines = new Lines('a\r\nb\rc\nd');
    expect([lines.count, lines.line(1), lines.line(2), lines.line(3), lines.line(4), lines.line(9)]).toEqual([4, 'a', 'b', 'c', 'd', '']);
    expect(lines.position(3)).toEqual({ line: 2, column: 1 });
    expect(lines.position(2)).toEqual({ line: 1, column: 3 });
    expect(lines.position(-5)).toEqual({ line: 1, column: 1 });
    expect(lines.position(500)).toEqual({ line: 4, column: 2 });
  });
});
