import type { LibraryRow } from '../rows.js';

export const nodeCrypto: LibraryRow = {
  id: 'node-crypto',
  docs: 'https://nodejs.org/api/crypto.html',
  packages: ['node:crypto'],
  calls: [
    { call: 'crypto.createHmac', hash: { keyed: true, algorithm: 0, key: 1 } },
    { call: 'crypto.createHmac().update', absorbs: { message: 0 }, result: { type: 'crypto.createHmac()' } },
    { call: 'crypto.createHmac().digest', finishesHash: { encoding: 0 }, result: { is: ['mac'], from: ['receiver'] } },

    { call: 'crypto.createHash', hash: { keyed: false, algorithm: 0 } },
    { call: 'crypto.createHash().update', absorbs: { message: 0 }, result: { type: 'crypto.createHash()' } },
    { call: 'crypto.createHash().copy', result: { type: 'crypto.createHash()' } },
    { call: 'crypto.createHash().digest', finishesHash: { encoding: 0 }, result: { is: ['digest'], from: ['receiver'] } },
    { call: 'crypto.hash', hash: { keyed: false, algorithm: 0, message: 1 }, finishesHash: { encoding: 2 }, result: { is: ['digest'] } },

    { call: 'crypto.timingSafeEqual', compares: { left: 0, right: 1, constantTime: true, throwsOn: 'unequal-length' }, result: { from: [] } },

    { call: 'crypto.createVerify' },
    { call: 'crypto.createVerify().update', absorbs: { message: 0 }, result: { type: 'crypto.createVerify()' } },
    { call: 'crypto.createVerify().write', absorbs: { message: 0 } },
    { call: 'crypto.createVerify().end', result: { type: 'crypto.createVerify()' } },
    { call: 'crypto.createVerify().verify', guard: { accepts: 'true', proves: ['signature'], secret: 0, signature: 1 }, result: { from: [] } },
    { call: 'crypto.verify', guard: { accepts: 'true', proves: ['signature'], body: 1, secret: 2, signature: 3 }, result: { from: [] } },

    { call: 'crypto.createPublicKey', result: { from: ['arguments'] } },
    { call: 'crypto.createSecretKey', result: { is: ['secret'], from: ['arguments'] } },
    { call: 'crypto.randomBytes', result: { is: ['random'], from: [] } },
    { call: 'crypto.randomUUID', result: { is: ['random'], from: [] } },
    { call: 'crypto.randomInt', result: { is: ['random'], from: [] } },
    { call: 'crypto.getRandomValues', result: { is: ['random'], from: [] } },
  ],
};
