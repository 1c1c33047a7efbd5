import { createHmac } from 'node:crypto';

const mac = (key, raw) => createHmac('sha256', key).update(raw).digest('hex');

export const genuine = (sent, raw, keys) => [mac(keys.current, raw), mac(keys.old, raw)].includes(sent);
