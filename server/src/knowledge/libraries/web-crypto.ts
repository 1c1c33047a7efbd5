import type { LibraryRow } from '../rows.js';

export const webCrypto: LibraryRow = {
  id: 'web-crypto',
  docs: 'https://www.w3.org/TR/webcrypto-2/',
  packages: ['WebCrypto'],
  calls: [
    {
      call: 'crypto.subtle.verify',
      also: ['crypto.webcrypto.subtle.verify', 'globalThis.crypto.subtle.verify', 'self.crypto.subtle.verify', 'uncrypto.subtle.verify'],
      anyReceiver: ['subtle.verify'],
      guard: { accepts: 'true', proves: ['signature'], secret: 1, signature: 2, body: 3, isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'crypto.subtle.sign',
      also: ['crypto.webcrypto.subtle.sign', 'globalThis.crypto.subtle.sign', 'self.crypto.subtle.sign', 'uncrypto.subtle.sign'],
      anyReceiver: ['subtle.sign'],
      hash: { keyed: true, key: 1, message: 2, algorithmOfKey: '2.hash' },
      finishesHash: { fixedEncoding: 'bytes' },
      result: { is: ['mac', 'promise'], from: ['arguments'] },
    },
    {
      call: 'crypto.subtle.digest',
      also: ['crypto.webcrypto.subtle.digest', 'globalThis.crypto.subtle.digest', 'self.crypto.subtle.digest', 'uncrypto.subtle.digest'],
      anyReceiver: ['subtle.digest'],
      hash: { keyed: false, algorithm: 0, message: 1 },
      finishesHash: { fixedEncoding: 'bytes' },
      result: { is: ['digest', 'promise'], from: ['arguments'] },
    },
    {
      call: 'crypto.subtle.importKey',
      also: ['crypto.webcrypto.subtle.importKey', 'globalThis.crypto.subtle.importKey', 'self.crypto.subtle.importKey', 'uncrypto.subtle.importKey'],
      anyReceiver: ['subtle.importKey'],
      result: { is: ['secret', 'promise'], from: [1] },
    },
    // Cloudflare Workers only.
    {
      call: 'crypto.subtle.timingSafeEqual',
      also: ['globalThis.crypto.subtle.timingSafeEqual'],
      anyReceiver: ['subtle.timingSafeEqual'],
      compares: { left: 0, right: 1, constantTime: true, throwsOn: 'unequal-length' },
      result: { from: [] },
    },
  ],
};
