import type { LibraryRow } from '../rows.js';

/** Calls after which nothing in the function runs any more. */
export const endings: LibraryRow = {
  id: 'endings',
  docs: 'https://flask.palletsprojects.com/en/stable/api/#flask.abort',
  calls: [
    { call: 'flask.abort', also: ['werkzeug.exceptions.abort', 'flask_restful.abort', 'flask_smorest.abort', 'flask_restx.abort', 'quart.abort', 'bottle.abort', 'sanic.exceptions.abort'], neverReturns: true, effect: 'answer' },
    { call: 'sys.exit', also: ['os._exit', 'exit', 'quit'], neverReturns: true },
    { call: 'process.exit', also: ['process.abort', 'Deno.exit'], neverReturns: true },
    { call: 'next/navigation.redirect', also: ['next/navigation.permanentRedirect', 'next/navigation.notFound', 'next/navigation.forbidden', 'next/navigation.unauthorized'], neverReturns: true, effect: 'answer' },
    { call: '@sveltejs/kit.error', also: ['@sveltejs/kit.redirect'], neverReturns: true, effect: 'answer' },
  ],
};
