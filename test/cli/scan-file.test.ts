import { describe, expect, it } from 'vitest';
import type { FileAnalysis } from '../../server/src/analysis/analyse.js';
import type { Finding } from '../../server/src/analysis/finding.js';
import { builtIn } from '../../server/src/analysis/knowledge.js';
import type { Rule } from '../../server/src/rules/registry.js';
import { type Engine, type FileReport, mergeFindings, scanFile, scanWith } from '../../server/src/scan.js';
import { Workspace } from '../../server/src/workspace/index.js';
import { temporaryProject } from '../workspace/temporary-project.js';

/** A rule that reports each occurrence of a word; enough to try what surrounds rules. */
function wordRule(id: string, word: string, more: Partial<Finding> = {}): Rule {
  return {
    id,
    title: id,
    severity: 'error',
    page: '',
    check({ analysis, path, report }) {
      const text = (analysis.project as { text?(path: string): string | undefined }).text?.(path) ?? '';
      for (const match of text.matchAll(new RegExp(word, 'g'))) {
        report({
          rule: id,
          variant: 'found',
          message: word,
          at: { path, range: { start: match.index, end: match.index + word.length } },
          because: [],
          certainty: 'proven',
          severity: 'error',
          endpoints: [],
          remedies: [],
          ...more,
        });
      }
    },
  };
}

function engine(...rules: Rule[]): Engine {
  return {
    rules,
    analyse: (project, path): FileAnalysis => ({
      path,
      project,
      providers: builtIn.providers,
      endpoints: [],
      otherEndpoints: [],
      insiders: [],
      printed: [],
      detached: [],
      summaries: [],
    }),
  };
}

async function scan(text: string, using: Engine, path = 'a.ts', today = '2030-06-15'): Promise<FileReport> {
  const workspace = new Workspace({ root: temporaryProject({ [path]: text }), log: () => undefined });
  await workspace.ready(path);
  return scanWith(using, workspace.snapshot(), path, { today });
}

const danger = engine(wordRule('rule-a', 'danger'), wordRule('rule-b', 'risk'));

async function left(text: string, path = 'a.ts'): Promise<number> {
  return (await scan(text, danger, path)).findings.length;
}

describe('scanning a file', () => {
  it('goes on when a rule crashes, and names it', async () => {
    const crash: Rule = {
      ...wordRule('broken', 'x'),
      check: () => {
        throw new TypeError('cannot read\nmore');
      },
    };
    const report = await scan('danger();', engine(crash, wordRule('danger', 'danger')));
    expect(report.findings).toHaveLength(1);
    expect(report.problems).toEqual(['a.ts: rule broken failed (TypeError: cannot read)']);
  });

  it('survives an analysis that crashes, and a rule that throws what is no error', async () => {
    const crashing: Engine = {
      rules: [],
      analyse: () => {
        throw new RangeError('Maximum call stack size exceeded');
      },
    };
    expect((await scan('a();', crashing)).problems).toEqual(['a.ts: the analysis failed (RangeError: Maximum call stack size exceeded)']);
    const odd: Rule = {
      ...wordRule('odd', 'x'),
      check: () => {
        throw undefined;
      },
    };
    expect((await scan('a();', engine(odd))).problems).toEqual(['a.ts: rule odd failed (undefined)']);
  });

  it('keeps what a rule reported before it crashed', async () => {
    const half: Rule = {
      ...wordRule('half', 'danger'),
      check(context) {
        wordRule('half', 'danger').check(context);
        throw new Error('late');
      },
    };
    expect((await scan('danger();', engine(half))).findings).toHaveLength(1);
  });

  it('says what it cannot read', async () => {
    const workspace = new Workspace({ root: temporaryProject({ 'big.ts': 'x'.repeat(1_100_000), 'a.rb': '' }), log: () => undefined });
    await workspace.ready('big.ts');
    const snapshot = workspace.snapshot();
    expect(scanFile(snapshot, 'big.ts').problems).toEqual([expect.stringMatching(/^big\.ts is larger than 1 MB/)]);
    expect(scanFile(snapshot, 'gone.ts').problems).toEqual(['gone.ts does not exist']);
    expect(scanFile(snapshot, 'a.rb').problems).toEqual(['a.rb is in no language that is understood']);
  });

  it('sorts by place, then rule, and runs only the rules that are wanted', async () => {
    const text = 'risk(); danger(); risk();';
    expect((await scan(text, danger)).findings.map((each) => each.rule)).toEqual(['rule-b', 'rule-a', 'rule-b']);
    const workspace = new Workspace({ root: temporaryProject({ 'a.ts': text }), log: () => undefined });
    await workspace.ready('a.ts');
    expect(scanWith(danger, workspace.snapshot(), 'a.ts', { rules: ['rule-a'] }).findings.map((each) => each.rule)).toEqual(['rule-a']);
  });

  it('gives the same report twice', async () => {
    const workspace = new Workspace({
      root: temporaryProject({ 'a.ts': "import e from 'express';\nconst app = e();\napp.post('/webhook', (req, res) => db.orders.insert(req.body));\n" }),
      log: () => undefined,
    });
    await workspace.ready('a.ts');
    expect(JSON.stringify(scanFile(workspace.snapshot(), 'a.ts'))).toBe(JSON.stringify(scanFile(workspace.snapshot(), 'a.ts')));
    expect(scanFile(workspace.snapshot(), 'a.ts').findings.length).toBeGreaterThan(0);
  });
});

describe('findings of several endpoints', () => {
  const at = (start: number): Finding['at'] => ({ path: 'lib.ts', range: { start, end: start + 1 } });
  const finding = (more: Partial<Finding>): Finding => ({
    rule: 'r',
    variant: 'v',
    message: 'm',
    at: at(5),
    because: [],
    certainty: 'proven',
    severity: 'error',
    endpoints: [],
    remedies: [],
    ...more,
  });

  it('are one where rule and place are the same', () => {
    const merged = mergeFindings([finding({ endpoints: [at(9)] }), finding({ endpoints: [at(2), at(9)] }), finding({ rule: 'q' })]);
    expect(merged.map((each) => [each.rule, each.endpoints.map((place) => place.range.start)])).toEqual([
      ['q', []],
      ['r', [2, 9]],
    ]);
  });

  it('speak with the words of the graver one', () => {
    expect(
      mergeFindings([finding({ certainty: 'cannot-tell', message: 'unsure' }), finding({ certainty: 'likely', severity: 'warning', message: 'sure' })])[0]
        ?.message,
    ).toBe('sure');
    expect(mergeFindings([finding({ message: 'error' }), finding({ severity: 'note', message: 'note' })])[0]?.message).toBe('error');
  });
});

describe('a file that is odd', () => {
  it('is named when nothing of it can be read', async () => {
    const { findings, problems } = await scan(`danger(${'('.repeat(100_000)}`, engine());
    expect(findings).toEqual([]);
    expect(problems).toEqual(['a.ts cannot be read (it is nested too deeply, or broken throughout) and is not judged']);
    expect((await scan('a();\nb(;\n', engine())).problems).toEqual([]);
  });

  it.each([
    ['malformed', (index: number) => `# webhookproof-ignore ${index}`],
    ['sound', () => '# webhookproof-ignore rule-a -- why'],
  ])('with 20 000 %s ignores is read in time', { timeout: 20_000 }, async (_, comment) => {
    const text = `${Array.from({ length: 20_000 }, (_, index) => comment(index)).join('\n')}\ndanger()\n`;
    const before = process.cpuUsage();
    await scan(text, danger, 'a.py');
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
  });

  it('with thousands of ignores on one line is read in time', { timeout: 20_000 }, async () => {
    const text = 'danger(); /* webhookproof-ignore rule-a -- why */ '.repeat(5000);
    const before = process.cpuUsage();
    expect(await left(text)).toBe(0);
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
  });

  it('with an endless gap in an ignore is read in time', { timeout: 20_000 }, async () => {
    const before = process.cpuUsage();
    await scan(`danger(); // webhookproof-ignore rule-a -- why${' '.repeat(400_000)}x`, danger);
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
  });
});

describe('an ignore comment', () => {
  it('speaks of its own line', async () => {
    expect(await left('danger(); // webhookproof-ignore rule-a -- checked by the gateway\ndanger();')).toBe(1);
    expect(await left('danger()  # webhookproof-ignore rule-a -- checked by the gateway\ndanger()\n', 'a.py')).toBe(1);
  });

  it('alone on its line speaks of the next line with code', async () => {
    expect(await left('// webhookproof-ignore rule-a -- why\n\n// another comment\n/* and one more */\ndanger();\ndanger();')).toBe(1);
    expect(await left('# webhookproof-ignore rule-a -- why\n# more\n\ndanger()\ndanger()\n', 'a.py')).toBe(1);
    expect(await left('/* webhookproof-ignore rule-a -- why */\r\ndanger();\r\ndanger();')).toBe(1);
    expect(await left('/**\n * webhookproof-ignore rule-a -- why\n */\ndanger();')).toBe(0);
  });

  it('speaks of all rules that it names and of no other', async () => {
    expect(await left('// webhookproof-ignore rule-a, rule-b -- why\ndanger(risk);')).toBe(0);
    expect(await left('// webhookproof-ignore rule-b -- why\ndanger();')).toBe(1);
  });

  it('keeps the reason with what it suppressed', async () => {
    const { suppressed } = await scan('danger(); // webhookproof-ignore rule-a -- the gateway checks until 2030-06-15', danger);
    expect(suppressed.map(({ finding, reason }) => [finding.rule, reason])).toEqual([['rule-a', 'the gateway checks']]);
  });

  it('above a call of many lines speaks of the call, not of the function in it', async () => {
    const text = "// webhookproof-ignore rule-a -- why\napp.post(\n  '/danger',\n  danger,\n  (req, res) => {\n    danger();\n  },\n);\ndanger();\n";
    expect(await left(text)).toBe(2);
  });

  it('above decorators speaks of them and of the head, not of the body', async () => {
    expect(await left("# webhookproof-ignore rule-a -- why\n@exempt\n@app.route('/danger')\ndef danger():\n    danger()\n", 'a.py')).toBe(1);
    expect(await left("class A {\n  // webhookproof-ignore rule-a -- why\n  @Post('x')\n  @Use(danger)\n  danger() { danger(); }\n}\n")).toBe(1);
    expect(await left("// webhookproof-ignore rule-a -- why\n@Controller('danger')\nexport class danger {\n  run() { danger(); }\n}\n")).toBe(1);
    expect(await left('// webhookproof-ignore rule-a -- why\nexport async function POST(danger: Request) {\n  danger();\n}\n')).toBe(1);
  });

  it('above a condition speaks of the condition', async () => {
    expect(await left('// webhookproof-ignore rule-a -- why\nif (\n  a &&\n  danger\n) {\n  danger();\n}\n')).toBe(1);
  });

  it('stands in JSX and beside template literals', async () => {
    expect(await left('const a = (\n  <p>\n    {/* webhookproof-ignore rule-a -- why */}\n    {danger}\n    {danger}\n  </p>\n);\n', 'a.tsx')).toBe(1);
    expect(await left('const a = `\n// webhookproof-ignore rule-a -- why\n${danger}\n`;')).toBe(1);
    expect(await left("a = '''\n# webhookproof-ignore rule-a -- why\ndanger\n'''\n", 'a.py')).toBe(1);
  });

  it('that is malformed suppresses nothing and is told', async () => {
    const told: Readonly<Record<string, string>> = {
      'webhookproof-ignore rule-a': 'needs a reason',
      'webhookproof-ignore rule-a --': 'needs a reason',
      'webhookproof-ignore rule-a -- until 2030-01-01': 'needs a reason',
      'webhookproof-ignore -- why': 'must name the rules',
      'webhookproof-ignore rule-a, -- why': 'must name the rules',
      'webhookproof-ignore rule-a rule-b -- why': 'is no rule id',
      'webhookproof-ignore: rule-a -- why': 'a space must follow',
      'webhookproof-ignore rule-a -- why until 2030-02-31': 'is no date',
      'webhookproof-ignore rule-a -- why until 1.2.2030': 'is no date',
      'TODO webhookproof-ignore rule-a -- why': 'must begin the comment',
      'webhookproof-ignore rule-z -- why': 'there is no rule `rule-z`',
    };
    for (const [comment, problem] of Object.entries(told)) {
      const report = await scan(`const a = 1;\ndanger(); // ${comment}\n`, danger);
      expect(report.findings, comment).toHaveLength(1);
      expect(report.problems, comment).toEqual([expect.stringContaining(problem)]);
      expect(report.problems[0], comment).toMatch(/^a\.ts:2 /);
    }
  });

  it('that has expired suppresses nothing and is told; on its last day it holds', async () => {
    const text = 'danger(); // webhookproof-ignore rule-a -- moving soon until 2030-06-15';
    expect((await scan(text, danger)).findings).toHaveLength(0);
    const late = await scan(text, danger, 'a.ts', '2030-06-16');
    expect(late.findings).toHaveLength(1);
    expect(late.problems).toEqual(['a.ts:1 this ignore held until 2030-06-15; it no longer does']);
  });

  it('quoted in another comment is nothing', async () => {
    expect((await scan('// write `webhookproof-ignore rule-a -- why` to ignore\ndanger();', danger)).problems).toEqual([]);
  });
});
