import { describe, expect, it } from 'vitest';
import { caseOf, complaints, placed, type Report } from '../support/cases.js';

const unsound = caseOf('late', 'unsound', [placed('start();\nstore(body); // want late-verification "before"\ncheck(body);\n', '.ts')]);
const sound = caseOf('quiet', 'sound', [placed('check(body)\nstore(body)\n', '.py')]);

describe('the harness of the rule cases', () => {
  it('accepts exactly what the comments say', () => {
    expect(complaints(unsound, [report({ offset: 9 })])).toEqual([]);
    expect(complaints(sound, [])).toEqual([]);
  });

  it('refuses a missing finding', () => {
    expect(complaints(unsound, [])).toEqual(['missing late-verification "before" at src/server.ts:2']);
  });

  it('refuses a finding on another line, of another rule, or with other words', () => {
    expect(complaints(unsound, [report({ offset: 0 })])).toHaveLength(2);
    expect(complaints(unsound, [report({ offset: 9, rule: 'hardcoded-secret' })])).toHaveLength(2);
    expect(complaints(unsound, [report({ offset: 9, message: 'Something else.' })])).toHaveLength(2);
  });

  it('refuses the same finding twice', () => {
    expect(complaints(unsound, [report({ offset: 9 }), report({ offset: 9 })])).toHaveLength(1);
  });

  it('does not take a note for a finding, nor lets one pass unasked', () => {
    expect(complaints(unsound, [report({ offset: 9, cannotTell: true })])).toHaveLength(2);
    expect(complaints(sound, [report({ path: 'app.py', offset: 0, cannotTell: true })])).toHaveLength(1);
  });

  it('lets notes pass where the file allows them', () => {
    const open = caseOf('open', 'sound', [placed('# allow-note\ncheck(body)\n', '.py')]);
    expect(complaints(open, [report({ path: 'app.py', offset: 14, cannotTell: true })])).toEqual([]);
    expect(complaints(open, [report({ path: 'app.py', offset: 14 })])).toHaveLength(1);
  });

  it('reads several expectations on one line and says when it cannot read one', () => {
    const two = caseOf('two', 'unsound', [placed('a() # want one-rule "x" want-note other-rule "y"\n', '.py')]);
    expect(complaints(two, [])).toEqual(['missing one-rule "x" at app.py:1', 'missing note other-rule "y" at app.py:1']);
    expect(() => complaints(caseOf('bad', 'unsound', [placed('a() # want one-rule without quotes\n', '.py')]), [])).toThrow('cannot be read');
  });

  it('refuses verdicts that contradict the comments', () => {
    expect(complaints(caseOf('empty', 'unsound', [placed('a()\n', '.py')]), [])).toEqual(['an unsound case says what it wants']);
    expect(complaints(caseOf('loud', 'sound', unsound.files), [report({ offset: 9 })])).toEqual(['a case called sound wants no findings']);
  });

  it('places a file where its first line says', () => {
    expect(placed('// path: app/inbox/route.ts\nexport {}\n', '.ts').path).toBe('app/inbox/route.ts');
  });
});

function report(part: Partial<Report>): Report {
  return { path: 'src/server.ts', offset: 0, rule: 'late-verification', message: 'runs before the signature is checked', cannotTell: false, ...part };
}
