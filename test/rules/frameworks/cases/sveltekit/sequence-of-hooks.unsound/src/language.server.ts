import type { Handle } from '@sveltejs/kit';

export const language: Handle = ({ event, resolve }) => resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', event.url.searchParams.get('lang') ?? 'en') });
