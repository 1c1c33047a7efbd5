import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { caseOf } from '../support/cases.js';
import { expandSnippet } from '../support/expand-snippet.js';
import { scanCase } from '../support/scan-case.js';

vi.setConfig({ testTimeout: 60_000 });

interface Snippet {
  readonly body: readonly string[];
}

const read = (language: string): [string, Snippet][] =>
  Object.entries(JSON.parse(readFileSync(fileURLToPath(new URL(`../../snippets/${language}.json`, import.meta.url)), 'utf8')));

const files = [
  ...read('typescript').map(([name, snippet]) => ({
    name,
    path: name.includes('Next.js') ? 'app/api/inbox/route.ts' : 'src/inbox.ts',
    text: expandSnippet(snippet.body),
  })),
  ...read('python').map(([name, snippet]) => ({ name, path: 'inbox.py', text: expandSnippet(snippet.body) })),
];

describe('every snippet, expanded and scanned', () => {
  it.each(files)('$name is silent', async ({ name, path, text }) => {
    const scanned = await scanCase(caseOf(name, 'sound', [{ path, text }]));
    expect(scanned.problems).toEqual([]);
    expect(scanned.reports).toEqual([]);
  });

  // The same code with the refusal taken out: silence above is no blindness.
  it.each(files)('$name without its refusal is reported', async ({ name, path, text }) => {
    const scanned = await scanCase(caseOf(name, 'unsound', [{ path, text: withoutRefusal(text) }]));
    expect(scanned.reports.length).toBeGreaterThan(0);
  });
});

/** The refusal after the check goes on instead of ending the request, and there is something to lose. */
function withoutRefusal(text: string): string {
  const changed = text
    .replace(/( {4}res\.status\(40[01]\)\.send\('invalid (?:signature|token)'\);\n) {4}return;\n/, '$1')
    .replace(/if \((.+)\) return [^\n]*'invalid (?:signature|token)'[^\n]*;/, 'const isGenuine = $1;')
    .replace(/(\} catch \{\n +)return ([^\n]*'invalid signature'[^\n]*;)/, '$1$2')
    .replace(/(if not (?:hmac\.compare_digest|RequestValidator)\([^\n]*\n {8})abort\(401\)/, '$1pass')
    .replace(/(except (?:WebhookVerificationError|\(ValueError, InvalidSignature\)):\n {8})abort\(401\)/, '$1pass')
    .replace(/(except Exception:[^\n]*\n {8})abort\(400\)/, '$1event = json.loads(body)');
  expect(changed).not.toBe(text);
  const payload = /\bfields\b/.test(text) ? 'fields' : 'event';
  return changed
    .replace(/\b(console\.log|print)\(.*/, `database.parcels.insert(${payload})`)
    .replace(/\/\/ Deliveries[^\n]*\n {6}break/, 'database.parcels.insert(event);')
    .replace(/# Deliveries[^\n]*\n {8}pass/, 'database.parcels.insert(event)');
}
