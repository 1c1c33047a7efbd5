import type { LibraryRow } from '../rows.js';

/** Comparisons in constant time that answer false, not an exception, on unequal lengths. */
export const jsComparisons: LibraryRow = {
  id: 'js-comparisons',
  docs: 'https://github.com/suryagh/tsscmp',
  packages: ['tsscmp', 'secure-compare', 'safe-compare', 'scmp', 'buffer-equal-constant-time', '@octokit/webhooks-methods', '@stablelib/constant-time', 'oslo'],
  calls: [
    { call: 'tsscmp', compares: { left: 0, right: 1, constantTime: true }, result: { from: [] } },
    { call: 'secure-compare', compares: { left: 0, right: 1, constantTime: true }, result: { from: [] } },
    { call: 'safe-compare', compares: { left: 0, right: 1, constantTime: true }, result: { from: [] } },
    { call: 'scmp', compares: { left: 0, right: 1, constantTime: true }, result: { from: [] } },
    { call: 'buffer-equal-constant-time', compares: { left: 0, right: 1, constantTime: true }, result: { from: [] } },
    { call: '@stablelib/constant-time.equal', compares: { left: 0, right: 1, constantTime: true }, result: { from: [] } },
    {
      call: 'oslo/crypto.constantTimeEqual',
      also: ['@oslojs/crypto/subtle.constantTimeEqual'],
      compares: { left: 0, right: 1, constantTime: true },
      result: { from: [] },
    },
    { call: 'hono/utils/buffer.timingSafeEqual', compares: { left: 0, right: 1, constantTime: true }, result: { is: ['promise'], from: [] } },
    { call: 'tweetnacl.verify', compares: { left: 0, right: 1, constantTime: true }, result: { from: [] } },
    {
      call: '@noble/curves/utils.equalBytes',
      also: ['@noble/curves/abstract/utils.equalBytes', '@noble/ciphers/utils.equalBytes'],
      compares: { left: 0, right: 1, constantTime: true },
      result: { from: [] },
    },
    {
      call: '@std/crypto.timingSafeEqual',
      also: ['@std/crypto/timing-safe-equal.timingSafeEqual'],
      compares: { left: 0, right: 1, constantTime: true },
      result: { from: [] },
    },
  ],
};

/** Comparisons that stop at the first difference, or look for a part only. */
export const jsPlainComparisons: LibraryRow = {
  id: 'js-plain-comparisons',
  docs: 'https://tc39.es/ecma262/#sec-properties-of-the-string-prototype-object',
  calls: [
    { call: 'Buffer.compare', also: ['buffer.Buffer.compare'], compares: { left: 0, right: 1, constantTime: false, equalIs: 'zero' }, result: { from: [] } },
    { call: 'Object.is', compares: { left: 0, right: 1, constantTime: false }, result: { from: [] } },
    {
      call: 'Buffer.from().compare',
      compares: { left: 'receiver', right: 0, constantTime: false, equalIs: 'zero' },
      result: { from: [] },
    },
    {
      call: 'Buffer.from().equals',
      also: ['buffer.Buffer.from().equals', 'Buffer().equals'],
      anyReceiver: ['equals'],
      compares: { left: 'receiver', right: 0, constantTime: false },
      result: { from: [] },
    },
    {
      call: 'lodash.isEqual',
      also: ['lodash/isEqual', 'util.isDeepStrictEqual', 'fast-deep-equal'],
      compares: { left: 0, right: 1, constantTime: false },
      result: { from: [] },
    },
    {
      call: 'String().localeCompare',
      anyReceiver: ['localeCompare'],
      compares: { left: 'receiver', right: 0, constantTime: false, equalIs: 'zero' },
      result: { from: [] },
    },
    {
      call: 'String().startsWith',
      anyReceiver: ['startsWith'],
      compares: { left: 'receiver', right: 0, constantTime: false, partial: true },
      result: { from: [] },
    },
    {
      call: 'String().endsWith',
      anyReceiver: ['endsWith'],
      compares: { left: 'receiver', right: 0, constantTime: false, partial: true },
      result: { from: [] },
    },
    {
      call: 'String().includes',
      anyReceiver: ['includes'],
      compares: { left: 'receiver', right: 0, constantTime: false, partial: true },
      result: { from: [] },
    },
    { call: 'String().indexOf', anyReceiver: ['indexOf'], result: { from: [] } },
  ],
};
