/** While somebody types, every version gets exactly the findings that a first look at it would give. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseFile } from '../../server/src/analysis/analyse.js';
import { scanFile } from '../../server/src/scan.js';
import { Workspace } from '../../server/src/workspace/index.js';
import { type Case, findCases, withProject } from '../support/cases.js';

const cases = findCases(import.meta.dirname);

const typed = {
  typescript: ['x', ' ', '\n', '// note\n', 'await ', '!', 'return;\n', "const late = 'x';\n", 'if (!secret) return next();\n', '}', '('],
  python: ['x', ' ', '\n', '# note\n', 'not ', 'return "", 200\n', "late = 'x'\n", '    pass\n', ')', '"'],
};

/** What changes the meaning of a helper, most of the time. */
const turned: readonly (readonly [string, string])[] = [
  ['true', 'false'],
  ['True', 'False'],
  ['===', '!=='],
  ['!==', '==='],
  ['throw', 'void'],
  ['raise', 'pass #'],
  ['abort(', 'print('],
  ['if (!', 'if ('],
  ['if not ', 'if '],
  ['timingSafeEqual', 'Object.is'],
  ['compare_digest', 'print'],
  ['process.env', 'process.argv'],
];

const edit = fc.record({
  kind: fc.constantFrom('type', 'drop a line', 'turn'),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.constantFrom(0, 0, 0, 1, 4, 25),
  insert: fc.nat(20),
});
type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;

describe('an edited file', () => {
  it.each([
    {
      file: 'hooks.ts',
      text: `import express from 'express';
const app = express();
app.post('/webhooks/first', (req, res) => { orders.insert(req.body); res.end(); });
app.post('/webhooks/second', (req, res) => { orders.insert(req.body); res.end(); });
app.post('/webhooks/third', (req, res) => { orders.insert(req.body); res.end(); });
`,
    },
    {
      file: 'hooks.py',
      text: `from flask import Flask, request
app = Flask(__name__)
@app.post("/webhooks/first")
def first():
    orders.insert(request.json)
    return ""
@app.post("/webhooks/second")
def second():
    orders.insert(request.json)
    return ""
@app.post("/webhooks/third")
def third():
    orders.insert(request.json)
    return ""
`,
    },
  ])('has only those endpoints of $file judged again that the edit concerns', async ({ file, text }) => {
    const workspace = new Workspace({ root: import.meta.dirname, log: () => undefined });
    await workspace.ready(file);
    workspace.openDocument(file, text, 1);
    const at = text.indexOf('orders.insert', text.indexOf('second'));
    const judged = ['', 'print(1); ', 'print(2); '].map((inserted, version) => {
      if (version > 0) workspace.changeDocument(file, [{ start: at, end: at, text: inserted }], version + 1);
      return analyseFile(workspace.snapshot(), file).endpoints.map(({ evaluated }) => evaluated);
    });
    // From the first edit on it is known that there will be more.
    const [, before = [], after = []] = judged;
    expect(after.map((evaluated, index) => (evaluated === before[index] ? 'kept' : 'judged'))).toEqual(['kept', 'judged', 'kept']);
  });

  it.each(cases.filter(({ group }) => group === 'unscoped-object-access').map((subject) => [subject.name, subject] as const))(
    'has the findings of %s when it only moves',
    async (_, subject) => {
      const above: Edit = { kind: 'type', from: 0, length: 0, insert: 0 };
      await withProject(subject, async (root) => await compare(subject, 0, [above, above], root));
    },
  );

  it('has the findings of a file that was opened so', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...cases), fc.nat(5), fc.array(edit, { minLength: 1, maxLength: 6 }), async (subject, which, edits) => {
        await withProject(subject, async (root) => await compare(subject, which, edits, root));
      }),
      { numRuns: 120 },
    );
  }, 120_000);
});

async function compare(subject: Case, which: number, edits: readonly Edit[], root: string): Promise<void> {
  const workspace = new Workspace({ root, log: () => undefined });
  const file = subject.files[which % subject.files.length];
  if (file === undefined || !/\.(py|[cm]?[jt]sx?)$/.test(file.path)) return;
  let { text } = file;
  await workspace.ready(file.path);
  workspace.openDocument(file.path, text, 1);
  scanFile(workspace.snapshot(), file.path);
  for (const [version, one] of edits.entries()) {
    const { start, end, inserted } = placed(one, text, typed[subject.language]);
    text = text.slice(0, start) + inserted + text.slice(end);
    workspace.changeDocument(file.path, [{ start, end, text: inserted }], version + 2);
    const fresh = new Workspace({ root, log: () => undefined });
    fresh.openDocument(file.path, text, 1);
    expect(scanFile(workspace.snapshot(), file.path)).toEqual(scanFile(fresh.snapshot(), file.path));
  }
}

function placed({ kind, from, length, insert }: Edit, text: string, words: readonly string[]): { start: number; end: number; inserted: string } {
  const start = Math.floor(from * text.length);
  if (kind === 'drop a line') return { start: text.lastIndexOf('\n', start) + 1, end: text.indexOf('\n', start) + 1 || text.length, inserted: '' };
  const there = kind === 'turn' ? turned.filter(([word]) => text.includes(word)) : [];
  const [word, inserted] = there[insert % there.length] ?? [];
  if (word !== undefined && inserted !== undefined) {
    const found = text.indexOf(word, start);
    const at = found === -1 ? text.indexOf(word) : found;
    return { start: at, end: at + word.length, inserted };
  }
  return { start, end: Math.min(text.length, start + length), inserted: words[insert % words.length] as string };
}
