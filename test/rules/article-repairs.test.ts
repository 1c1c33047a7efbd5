/**
 * The articles show code that is called secure and is not. Each of these examples, written anew, is told by the rule that is about
 * it, and what should stand there instead is silent; `cases.test.ts` holds every expectation in the cases themselves.
 */
import { describe, expect, it } from 'vitest';
import { expects, findCases } from '../support/cases.js';

const cases = findCases(import.meta.dirname).filter((one) => one.group === 'articles');

const repairs: readonly (readonly [what: string, rule: string, unsound: string, sound: string])[] = [
  ['a header that is not asked for before it is compared', 'weak-signature-comparison', 'hmac-without-header-check', 'hmac-with-header-check'],
  ['an event that is looked up and then noted', 'racy-idempotency', 'remembered-without-check', 'remembered-in-one-step'],
  ['an address that is resolved for the check and once more for the request', 'ssrf', 'callback-resolved-twice', 'callback-to-listed-host'],
  ['an address of any host that was public when it was checked', 'ssrf', 'callback-to-any-public-host', 'callback-to-listed-host'],
  ['a size limit that the framework is said to have', 'unbounded-payload', 'size-without-limit', 'size-with-limit'],
  ['a size limit far above what is sent', 'unbounded-payload', 'size-raised', 'size-with-limit'],
  ['a token whose claims are compared and whose signature is not', 'jwt-not-verified', 'bearer-decoded-only', 'bearer-verified'],
  ['a validator that ends in True', 'fail-open-verification', 'introspection-stub', 'introspection-asked'],
  ['a secret with a default', 'hardcoded-secret', 'secret-with-default', 'secret-without-default'],
  [
    'a digest compared with a header that has more than the digest',
    'signature-format-mismatch',
    'cockroach-digest-without-prefix',
    'cockroach-digest-with-prefix',
  ],
  ['a key that is selected before the work and inserted after it', 'racy-idempotency', 'cockroach-key-after-work', 'cockroach-key-in-one-transaction'],
  ['a rate limit by a header that the sender sets', 'spoofable-rate-limit-key', 'cockroach-rate-limit-only', 'cockroach-rate-limited'],
  ['a pattern that accepts a line break at the end', 'unvalidated-payload', 'dynamo-pattern-with-dollar', 'dynamo-pattern-with-dollar'],
  ['the text of an exception in the answer', 'error-detail-leak', 'dynamo-error-text', 'dynamo-error-logged'],
  ['a schema where a signature is missing', 'missing-signature-verification', 'dynamo-schema-only', 'dynamo-signed'],
];

describe('what the articles call secure', () => {
  it.each(repairs)('%s', (_, rule, unsound, sound) => {
    const told = cases.find((one) => one.name.startsWith(`articles/${unsound}.unsound`));
    const silent = cases.find((one) => one.name.startsWith(`articles/${sound}.sound`));

    expect(told && expects(told, rule)).toBe(true);
    expect(silent?.verdict).toBe('sound');
  });
});
