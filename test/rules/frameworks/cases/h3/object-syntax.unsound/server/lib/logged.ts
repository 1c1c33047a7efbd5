import { getRequestURL, type H3Event } from 'h3';

export function logged(event: H3Event): void {
  console.info(getRequestURL(event).pathname);
}
