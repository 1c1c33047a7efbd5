/** Signs a form as Twilio does: the address and the sorted fields, HMAC-SHA1. */
import { createHmac } from 'node:crypto';
import type { Attack } from './deliveries.js';

export function signedForm(url: string, fields: Readonly<Record<string, string>>, token: string): Attack {
  const message = Object.keys(fields)
    .sort()
    .reduce((text, key) => text + key + fields[key], url);
  return {
    name: 'genuine',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': createHmac('sha1', token).update(message).digest('base64') },
  };
}
