import type { IncomingHttpHeaders } from 'node:http';

export function withoutSecrets(headers: IncomingHttpHeaders) {
  const { authorization, cookie, 'x-crate-signature': signature, ...others } = headers;
  return others;
}
