import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { LspClient, rangeOf } from '../support/lsp-client.js';
import { express, flask, weakRule } from './handlers.js';

let folder: string;
let client: LspClient;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'webhookproof-lsp-'));
  client = new LspClient(folder);
  await client.initialize();
});

afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A person at the keyboard: one letter a change, and what is shown after each. */
class Typist {
  readonly #name: string;
  text: string;
  #version = 1;

  constructor(name: string, text: string) {
    this.#name = name;
    this.text = text;
    client.open(name, text);
  }

  async type(after: string, typed: string): Promise<Diagnostic[][]> {
    const shown: Diagnostic[][] = [];
    let at = this.text.indexOf(after) + after.length;
    for (const letter of typed) {
      const position = rangeOf(this.text.slice(0, at) + '\u0001', '\u0001').start;
      this.text = this.text.slice(0, at) + letter + this.text.slice(at);
      this.#version += 1;
      client.change(this.#name, this.#version, { range: { start: position, end: position }, text: letter });
      at += 1;
      shown.push(await client.diagnostics(this.#name));
    }
    return shown;
  }
}

const typed = [
  {
    name: 'hook.ts',
    text: express,
    after: "given = req.get('x-parcel-signature');",
    line: '\n  console.log(`got ${expected.length}`, { a: [1',
    rest: '] });',
    finding: 'given === expected',
  },
  {
    name: 'hook.py',
    text: flask,
    after: 'request.headers.get("X-Parcel-Signature")',
    line: '\n    print(f"got {len(expected)}", {"a": [1',
    rest: ']})',
    finding: 'given == expected',
  },
];

describe.each(typed)('while somebody types in $name', ({ name, text, after, line, rest, finding }) => {
  it('what was found stays, where it moved to, and nothing else appears', async () => {
    const typist = new Typist(name, text);
    expect((await client.diagnostics(name)).map((each) => each.code)).toEqual([weakRule]);
    const shown = await typist.type(after, line);
    expect(shown.map((each) => each.map((diagnostic) => diagnostic.code))).toEqual(shown.map(() => [weakRule]));
    expect(shown.at(-1)?.[0]?.range).toEqual(rangeOf(typist.text, finding));

    const whole = await typist.type(line, rest);
    expect(whole.at(-1)?.map((diagnostic) => diagnostic.code)).toEqual([weakRule]);
    expect(whole.at(-1)?.[0]?.range).toEqual(rangeOf(typist.text, finding));
  });

  it('a repair is offered again once the text can be read', async () => {
    const typist = new Typist(name, text);
    const [broken] = (await typist.type(after, line)).at(-1) ?? [];
    if (broken === undefined) throw new Error('no finding');
    expect(await client.codeActions(name, broken)).toEqual([]);
    const [whole] = (await typist.type(line, rest)).at(-1) ?? [];
    if (whole === undefined) throw new Error('no finding');
    expect((await client.codeActions(name, whole)).length).toBeGreaterThan(0);
  });

  it('a file that was broken when it was opened shows what can be read', async () => {
    client.open(name, text.replace(after, `${after}${line}`));
    expect(Array.isArray(await client.diagnostics(name))).toBe(true);
    client.change(name, 2, { text });
    expect((await client.diagnostics(name)).map((each) => each.code)).toEqual([weakRule]);
  });
});

describe('while somebody types between handlers', () => {
  const second = express.slice(express.indexOf('app.post')).replace('/hooks/parcels', '/hooks/letters');
  const text = `${express}\n// here\n${second}function last() {\n  return 1;\n}\n`;

  it('what a half-typed class swallows stays, once each', async () => {
    const typist = new Typist('hook.ts', text);
    const before = (await client.diagnostics('hook.ts')).map((each) => each.code);
    expect(before).toEqual([weakRule, weakRule]);
    const shown = await typist.type('// here\n', 'class A<T extends B> { @x() private y = async <T,>(a: T) => { return <any>a; } }\n');
    expect(shown.map((each) => each.map((diagnostic) => diagnostic.code))).toEqual(shown.map(() => before));
  });
});
