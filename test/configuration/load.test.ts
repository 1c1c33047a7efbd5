import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConfigurationProblem, type Loaded, load } from '../../server/src/configuration/load.js';
import { frameworks } from '../../server/src/knowledge/frameworks/index.js';
import { providers } from '../../server/src/knowledge/index.js';

const name = 'webhookproof.config.json';

function loaded(files: Readonly<Record<string, string>>, path = name): Loaded {
  return load({ text: (each) => files[each], problem: (each) => (each in files ? undefined : 'does not exist') }, path);
}

/** Each problem with the text that it stands on. */
function problems(files: Readonly<Record<string, string>> | string): string[] {
  const all = typeof files === 'string' ? { [name]: files } : files;
  return loaded(all).problems.map(({ message, at }: ConfigurationProblem) => `${at.path} ${all[at.path]?.slice(at.range.start, at.range.end)}: ${message}`);
}

describe('a configuration', () => {
  it('may say nothing', () => {
    expect(loaded({ [name]: '{}' }).configuration).toMatchObject({ path: name, verifiers: [], scope: 'webhooks' });
  });

  it('is JSON with comments and trailing commas', () => {
    const text = '{\n  // why\n  "exclude": ["legacy",], /* and */\n}';
    expect(loaded({ [name]: text }).configuration?.exclude.map(({ entry }) => entry)).toEqual(['legacy']);
  });

  it('takes every built-in row as one of the user’s', () => {
    const plain = frameworks.map(({ writing, ...row }) => row);
    const { configuration, problems: none } = loaded({ [name]: JSON.stringify({ frameworks: plain, providers: providers.slice(0, 60) }) });
    expect(none).toEqual([]);
    expect(configuration?.frameworks.map(({ entry }) => entry.id)).toEqual(frameworks.map((row) => row.id));
  });

  it.each([
    ['', 'the file is empty'],
    ['{ "verifiers": [', 'this is no JSON'],
    ['[]', 'the file is an object, not a list'],
    ['{ "verifier": [] }', 'unknown key `verifier`; did you mean `verifiers`?'],
    ['{ "colour": 1 }', 'unknown key `colour`; known are $schema, extends'],
    ['{ "exclude": "legacy" }', '`exclude` is a list, not "legacy"'],
    ['{ "exclude": ["!src"] }', 'patterns cannot be negated'],
    ['{ "scope": "all" }', '`scope` is one of "webhooks", "all-endpoints", not "all"'],
    ['{ "rules": { "late-verificaton": "off" } }', 'unknown key `late-verificaton` in `rules`; did you mean `late-verification`?'],
    ['{ "rules": { "late-verification": false } }', '`late-verification` is one of "error", "warning", "note", "off" or an object, not false'],
    ['{ "verifiers": [{ "call": "f" }] }', '`accepts` is missing in `verifiers`'],
    ['{ "verifiers": [{ "call": "f()", "accepts": "true" }] }', '`call` is a name, or names joined by dots'],
    ['{ "verifiers": [{ "call": "f", "accepts": true }] }', '"no-exception", "not-null", "null" or an object, not true'],
    ['{ "verifiers": [{ "call": "f", "accepts": { "membre": "ok" } }] }', 'did you mean `member`?'],
    ['{ "verifiers": [{ "call": "f", "accepts": "throws" }] }', 'not "throws"'],
    ['{ "gateways": [{ "paths": ["/x"] }] }', '`reason` is missing'],
    ['{ "gateways": [{ "paths": ["/x"], "reason": " " }] }', '`reason` must say something'],
    ['{ "gateways": [{ "reason": "because" }] }', 'by `paths` or `files`'],
    ['{ "providers": [{ "id": "x", "name": "X", "scheme": "mac", "signatureHeader": null }] }', 'not "mac"; did you mean "hmac"?'],
    [
      '{ "frameworks": [{ "id": "x", "name": "X", "packages": [], "bodyBefore": "parsed", "routers": [{ "created": [] }] }] }',
      '`routes`, `params` are missing in `routers`',
    ],
    ['{ "__proto__": { "polluted": true } }', '`__proto__` cannot be used as a key'],
    ['{ "frameworks": [{ "id": "x", "name": "X", "packages": [], "bodyBefore": "parsed", "constructor": {} }] }', '`constructor` cannot be used as a key'],
    ['{ "exclude": [], "exclude": ["a"] }', '`exclude` is said twice'],
  ])('%s is wrong', (text, message) => {
    const { configuration } = loaded({ [name]: text });
    expect(configuration).toBeUndefined();
    expect(problems(text).join('\n')).toContain(message);
  });

  it('says where it is wrong', () => {
    expect(problems('{ "verifier": [], "scope": "all" }')).toEqual([
      `${name} "verifier": unknown key \`verifier\`; did you mean \`verifiers\`?`,
      `${name} "all": \`scope\` is one of "webhooks", "all-endpoints", not "all"`,
    ]);
  });

  it('that nests without end, or is endless, is told in a moment', () => {
    const started = performance.now();
    expect(problems('['.repeat(200_000)).join()).toContain('nested too deeply');
    expect(problems(`{"providers":[{"recipe":${'{"a":'.repeat(60)}1${'}'.repeat(60)}}]}`).join()).toContain('nested too deeply');
    expect(problems(`{"exclude":[${'"a",'.repeat(100_000)}]}`).join()).toContain('longer than 256 kB');
    expect(problems(`{"exclude":[${'"a",'.repeat(2_100)}]}`).join()).toContain('more than 2000 entries');
    expect(problems(`{${Array.from({ length: 5_000 }, (_, index) => `"verifier${index}":1`).join()}}`)).toHaveLength(50);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('is judged as editors judge it by the schema', () => {
    const schema = JSON.parse(readFileSync(`${import.meta.dirname}/../../server/src/configuration/schema.json`, 'utf8'));
    const validate = new Ajv({ strict: false, formats: { glob: true } }).compile(schema);
    const some = fc.oneof(fc.constantFrom('true', 'f', 'off', 'hmac', 'signature', '/hooks/**'), fc.boolean(), fc.constant(null), fc.integer());
    const key = fc.constantFrom('call', 'accepts', 'proves', 'reason', 'paths', 'files', 'from', 'member', 'id', 'other');
    const entry = fc.dictionary(key, fc.oneof(some, fc.array(some, { maxLength: 2 }), fc.dictionary(key, some, { maxKeys: 2 })), { maxKeys: 4 });
    const top = fc.constantFrom('verifiers', 'gateways', 'webhooks', 'exclude', 'rules', 'scope', 'extra');
    const file = fc.dictionary(top, fc.oneof(entry, fc.array(fc.oneof(entry, some), { maxLength: 2 }), some), { maxKeys: 3 });
    const ours = (text: string): boolean => problems(text).every((each) => /by `paths` or `files`/.test(each));
    fc.assert(
      fc.property(file, (value) => {
        const text = JSON.stringify(value);
        expect(ours(text), text).toBe(validate(JSON.parse(text)));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('what a verifier names', () => {
  const verifier = (more: object): string => JSON.stringify({ verifiers: [{ call: 'f', accepts: 'true', ...more }] });

  it('must be there', () => {
    expect(problems(verifier({ provider: 'strpe' })).join()).toContain('there is no sender `strpe`; did you mean `stripe`?');
    expect(problems(verifier({ from: './src/verfy' })).join()).toContain('"./src/verfy" leads to no source file');
    expect(problems(verifier({ from: '../../verify' })).join()).toContain('leads to no source file');
  });

  it('is found with or without its ending, as a package of its own, and in what the file declares', () => {
    for (const file of ['src/verify.ts', 'src/verify.py', 'src/verify/index.ts', 'src/verify/__init__.py'])
      expect(problems({ [name]: verifier({ from: './src/verify' }), [file]: '' }), file).toEqual([]);
    expect(problems({ [name]: verifier({ from: './src/verify.ts' }), 'src/verify.ts': '' })).toEqual([]);
    expect(problems(verifier({ from: '@acme/inbox', provider: 'github' }))).toEqual([]);
    const own = { id: 'parcelco', name: 'Parcelco', scheme: 'hmac', signatureHeader: null };
    expect(problems(JSON.stringify({ verifiers: [{ call: 'f', accepts: 'true', provider: 'parcelco' }], providers: [own] }))).toEqual([]);
  });

  it('is looked for again when it comes', () => {
    const files: Record<string, string> = { [name]: verifier({ from: './src/verify' }) };
    expect(loaded(files).files.has('src/verify.py')).toBe(true);
  });
});

describe('a text that is no configuration', () => {
  it('is told, whatever it is', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"verifiers"',
      '"extends"',
      ':',
      ',',
      '"a"',
      '1',
      'null',
      '//',
      '/*',
      '\\u0000',
      '\uD800',
      '"__proto__"',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const { configuration, problems: told } = loaded({ [name]: parts.join('') });
        expect(configuration === undefined).toBe(told.length > 0);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what a configuration extends', () => {
  it('comes first; lists are joined, rules go by id, the later row of an id wins', () => {
    const provider = (header: string) => ({ id: 'parcelco', name: 'Parcelco', scheme: 'hmac', signatureHeader: header });
    const { configuration, problems: none } = loaded(
      {
        'base.json': JSON.stringify({
          exclude: ['base'],
          rules: { 'late-verification': 'off', 'hardcoded-secret': 'note' },
          scope: 'all-endpoints',
          providers: [provider('x-old')],
        }),
        'more/other.json': JSON.stringify({ exclude: ['other'] }),
        'apps/inbox/webhookproof.config.json': JSON.stringify({
          extends: ['../../base.json', '../../more/other.json'],
          exclude: ['own'],
          rules: { 'late-verification': 'error' },
          providers: [provider('x-new')],
        }),
      },
      'apps/inbox/webhookproof.config.json',
    );
    expect(none).toEqual([]);
    expect(configuration?.exclude.map(({ entry, at }) => [entry, at.path])).toEqual([
      ['base', 'base.json'],
      ['other', 'more/other.json'],
      ['own', 'apps/inbox/webhookproof.config.json'],
    ]);
    expect(Object.fromEntries(configuration?.rules ?? [])).toEqual({ 'late-verification': 'error', 'hardcoded-secret': 'note' });
    expect(configuration?.scope).toBe('all-endpoints');
    expect(configuration?.providers.map(({ entry }) => entry.signatureHeader)).toEqual(['x-new']);
  });

  it('is told in the file where it is wrong, and leaves nothing in force', () => {
    const files = { [name]: '{ "extends": "./base.json" }', 'base.json': '{ "scope": 1 }' };
    expect(problems(files)).toEqual(['base.json 1: `scope` is one of "webhooks", "all-endpoints", not 1']);
    expect(loaded(files).configuration).toBeUndefined();
  });

  it('must be there, inside the project, and end somewhere', () => {
    expect(problems('{ "extends": "./base.json" }')).toEqual([`${name} "./base.json": base.json does not exist`]);
    for (const outside of ['../base.json', '/etc/passwd', '.'])
      expect(problems(JSON.stringify({ extends: outside })).join()).toContain('`extends` takes relative paths');
    const ring = { [name]: '{ "extends": "a.json" }', 'a.json': '{ "extends": "b.json" }', 'b.json': '{ "extends": ["a.json"] }' };
    expect(problems(ring)).toEqual([`b.json "a.json": the files extend each other in a ring: ${name} -> a.json -> b.json -> a.json`]);
    expect(problems(`{ "extends": "${name}" }`).join()).toContain('in a ring');
  });

  it('is taken once, however many ways lead to it', () => {
    const files: Record<string, string> = { [name]: '{ "extends": ["0.json"] }', '20.json': '{ "exclude": ["deep"] }' };
    for (let index = 0; index < 20; index += 1) files[`${index}.json`] = JSON.stringify({ extends: [`${index + 1}.json`, `${index + 1}.json`] });
    expect(loaded(files).configuration?.exclude.map(({ entry }) => entry)).toEqual(['deep']);
    for (let index = 20; index < 60; index += 1) files[`${index}.json`] = JSON.stringify({ extends: `${index + 1}.json` });
    expect(problems(files).join()).toContain('more than 32 files');
  });
});
