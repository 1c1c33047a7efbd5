import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const here = path.resolve(import.meta.dirname, '../..');
let root: string;

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'webhookproof-generators-'));
  for (const each of ['server', 'README.md', 'package.json', '.tsconfig.base.json']) cpSync(path.join(here, each), path.join(root, each), { recursive: true });
  symlinkSync(path.join(here, 'node_modules'), path.join(root, 'node_modules'));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [path.join(here, 'server/build', script), ...args, '--root', root], { encoding: 'utf8' });
const written = (file: string) => readFileSync(path.join(root, file), 'utf8');

describe('generators', () => {
  it('make a rule that is registered, switchable, and has cases in both languages', { timeout: 60_000 }, () => {
    const { status, stdout, stderr } = run('generators/new-rule.mjs', 'late-lunch', '--name', "What's for lunch");
    expect(status, stdout + stderr).toBe(0);
    expect(written('server/src/rules/registry.ts')).toMatch(/import lateLunch from '\.\/late-lunch\/rule\.js';[\s\S]*\[[^\]]*,\s+lateLunch,?\s*\]/);
    expect(JSON.parse(written('package.json')).contributes.configuration.properties['webhookproof.rules'].properties['late-lunch']).toMatchObject({
      description: "What's for lunch",
    });
    expect(written('README.md')).toContain("| [late-lunch](server/src/rules/late-lunch/rule.md) | warning | What's for lunch. |");
    expect(JSON.parse(written('server/src/configuration/schema.json')).properties.rules.properties['late-lunch'].anyOf[0].enum).toContain('off');
    for (const verdict of ['sound', 'unsound'])
      for (const language of ['ts', 'py']) expect(written(`test/rules/late-lunch/cases/first.${verdict}.${language}`)).toContain('/hooks/parcels');
  });

  it('make a provider and a framework that are listed', () => {
    expect(run('generators/new-provider.mjs', 'acme-parcels').status).toBe(0);
    expect(written('server/src/knowledge/providers/index.ts')).toContain('acmeParcels,');
    expect(run('generators/new-framework.mjs', 'acme-web', '--name', 'Acme Web').status).toBe(0);
    expect(written('server/src/knowledge/frameworks/index.ts')).toMatch(/acmeWeb,?\s*\]/);
  });

  it('make what the compiler accepts as it stands', { timeout: 120_000 }, () => {
    const { stdout } = spawnSync(
      process.execPath,
      [
        path.join(here, 'node_modules/typescript/bin/tsc'),
        '-p',
        path.join(root, 'server'),
        '--noEmit',
        '--composite',
        'false',
        '--emitDeclarationOnly',
        'false',
      ],
      { encoding: 'utf8' },
    );
    expect(stdout.split('\n').filter((line) => /late-lunch|acme|registry|index\.ts/.test(line))).toEqual([]);
  });

  it('refuse a bad name, and to write over what is there', () => {
    expect(run('generators/new-rule.mjs', 'Late Lunch')).toMatchObject({ status: 2, stderr: expect.stringContaining('usage:') });
    expect(run('generators/new-rule.mjs')).toMatchObject({ status: 2 });
    expect(run('generators/new-rule.mjs', 'late-verification')).toMatchObject({ status: 2, stderr: expect.stringContaining('exists already') });
  });
});
