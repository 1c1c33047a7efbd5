import type { LibraryRow } from '../rows.js';
import { theEvent } from './results.js';

export const jsAsymmetric: LibraryRow = {
  id: 'js-asymmetric',
  docs: 'https://github.com/dchest/tweetnacl-js#signatures',
  packages: ['tweetnacl', '@noble/ed25519', '@noble/curves', 'libsodium-wrappers', 'node-forge', 'elliptic'],
  calls: [
    {
      call: 'tweetnacl.sign.detached.verify',
      anyReceiver: ['sign.detached.verify'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, signature: 1, secret: 2 },
      result: { from: [] },
    },
    { call: 'tweetnacl.sign.open', guard: { accepts: 'not-null', proves: ['signature'], body: 0, secret: 1 }, result: theEvent },
    { call: '@noble/ed25519.verify', guard: { accepts: 'true', proves: ['signature'], signature: 0, body: 1, secret: 2 }, result: { from: [] } },
    {
      call: '@noble/ed25519.verifyAsync',
      guard: { accepts: 'true', proves: ['signature'], signature: 0, body: 1, secret: 2, isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: '@noble/curves/ed25519.ed25519.verify',
      also: [
        '@noble/curves/ed25519.js.ed25519.verify',
        '@noble/curves/secp256k1.secp256k1.verify',
        '@noble/curves/p256.p256.verify',
        '@noble/curves/nist.p256.verify',
      ],
      guard: { accepts: 'true', proves: ['signature'], signature: 0, body: 1, secret: 2 },
      result: { from: [] },
    },
    {
      call: 'libsodium-wrappers.crypto_sign_verify_detached',
      also: ['libsodium-wrappers-sumo.crypto_sign_verify_detached', 'sodium-native.crypto_sign_verify_detached'],
      anyReceiver: ['crypto_sign_verify_detached'],
      guard: { accepts: 'true', proves: ['signature'], signature: 0, body: 1, secret: 2 },
      result: { from: [] },
    },
    {
      call: 'libsodium-wrappers.crypto_auth_verify',
      also: ['libsodium-wrappers-sumo.crypto_auth_verify'],
      guard: { accepts: 'true', proves: ['signature'], signature: 0, body: 1, secret: 2 },
      result: { from: [] },
    },
    {
      call: 'libsodium-wrappers.memcmp',
      also: ['sodium-native.sodium_memcmp'],
      compares: { left: 0, right: 1, constantTime: true, throwsOn: 'unequal-length' },
      result: { from: [] },
    },
  ],
};
