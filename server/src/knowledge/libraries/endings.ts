import type { LibraryRow } from '../rows.js';

/** Calls after which nothing in the function runs any more. Those of a framework stand with the framework. */
export const endings: LibraryRow = {
  id: 'endings',
  docs: 'https://docs.python.org/3/library/sys.html#sys.exit',
  calls: [
    { call: 'flask_smorest.abort', also: ['bottle.abort', 'sanic.exceptions.abort'], neverReturns: true, effect: 'answer' },
    { call: 'sys.exit', also: ['os._exit', 'exit', 'quit'], neverReturns: true },
    { call: 'process.exit', also: ['process.abort', 'Deno.exit'], neverReturns: true },
    {
      call: 'next/navigation.redirect',
      also: ['next/navigation.permanentRedirect', 'next/navigation.notFound', 'next/navigation.forbidden', 'next/navigation.unauthorized'],
      neverReturns: true,
      effect: 'answer',
    },
    {
      call: 'assert',
      also: [
        'assert.ok',
        'assert.strict',
        'assert.strict.ok',
        'assert/strict',
        'assert/strict.ok',
        'tiny-invariant',
        'invariant',
        'ts-invariant',
        'http-assert',
      ],
      asserts: 0,
    },
    { call: 'ts-invariant.invariant', asserts: 0 },
    { call: '@sveltejs/kit.error', also: ['@sveltejs/kit.redirect'], neverReturns: true, effect: 'answer' },
  ],
};
