import { createHmac, timingSafeEqual } from 'node:crypto';

const mac = (key, raw) => createHmac('sha256', key).update(raw).digest('hex');

export const genuine = (sent, raw, keys) => safeEqual(mac(keys.current, raw), sent) || safeEqual(mac(keys.old, raw), sent);

function safeEqual(left, right) {
  if (typeof left !== 'string' || typeof right !== 'string') {
    return false;
  }
  const leftBytes = Buffer.from(left);
  const rightBytes = Buffer.from(right);
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}
