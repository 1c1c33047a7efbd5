import type { Handle } from '@sveltejs/kit';

export const session: Handle = async ({ event, resolve }) => {
  event.locals.user = event.cookies.get('user');
  return resolve(event);
};
