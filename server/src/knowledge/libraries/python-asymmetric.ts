import type { LibraryRow } from '../rows.js';
import { theClaims, theEvent } from './results.js';

/** `verify` raises InvalidSignature and returns None, so its result decides nothing. */
export const pyCryptography: LibraryRow = {
  id: 'py-cryptography',
  docs: 'https://cryptography.io/en/latest/hazmat/primitives/asymmetric/',
  packages: ['cryptography'],
  calls: [
    {
      call: 'cryptography.hazmat.primitives.asymmetric.ed25519.Ed25519PublicKey.from_public_bytes().verify',
      also: [
        'cryptography.hazmat.primitives.asymmetric.ed25519.Ed25519PublicKey().verify',
        'cryptography.hazmat.primitives.asymmetric.ed448.Ed448PublicKey.from_public_bytes().verify',
      ],
      guard: { accepts: 'no-exception', proves: ['signature'], signature: '0:signature', body: '1:data' },
      result: { from: [] },
    },
    {
      call: 'cryptography.hazmat.primitives.serialization.load_pem_public_key().verify',
      also: [
        'cryptography.hazmat.primitives.serialization.load_der_public_key().verify',
        'cryptography.hazmat.primitives.serialization.load_ssh_public_key().verify',
        'cryptography.hazmat.primitives.asymmetric.rsa.RSAPublicKey().verify',
        'cryptography.hazmat.primitives.asymmetric.rsa.RSAPublicNumbers().public_key().verify',
        'cryptography.hazmat.primitives.asymmetric.ec.EllipticCurvePublicKey().verify',
        'cryptography.hazmat.primitives.asymmetric.ec.EllipticCurvePublicKey.from_encoded_point().verify',
        'cryptography.hazmat.primitives.asymmetric.ec.EllipticCurvePublicNumbers().public_key().verify',
        'cryptography.x509.load_pem_x509_certificate().public_key().verify',
        'cryptography.x509.load_der_x509_certificate().public_key().verify',
      ],
      guard: { accepts: 'no-exception', proves: ['signature'], signature: '0:signature', body: '1:data' },
      result: { from: [] },
    },
    { call: 'cryptography.hazmat.primitives.hmac.HMAC', hash: { keyed: true, key: '0:key', algorithm: '1:algorithm' } },
    { call: 'cryptography.hazmat.primitives.hmac.HMAC().update', absorbs: { message: 0 }, result: { from: [] } },
    { call: 'cryptography.hazmat.primitives.hmac.HMAC().finalize', finishesHash: { fixedEncoding: 'bytes' }, result: { is: ['mac'], from: ['receiver'] } },
    {
      call: 'cryptography.hazmat.primitives.hmac.HMAC().verify',
      guard: { accepts: 'no-exception', proves: ['signature'], signature: '0:signature' },
      result: { from: [] },
    },
  ],
};

export const pynacl: LibraryRow = {
  id: 'pynacl',
  docs: 'https://pynacl.readthedocs.io/en/latest/signing/',
  packages: ['PyNaCl'],
  calls: [
    {
      call: 'nacl.signing.VerifyKey().verify',
      anyReceiver: ['VerifyKey.verify', 'verify_key.verify'],
      guard: { accepts: 'no-exception', proves: ['signature'], body: '0:smessage', signature: '1:signature', secret: 'new.0' },
      result: theEvent,
    },
    { call: 'nacl.bindings.crypto_sign_open', guard: { accepts: 'no-exception', proves: ['signature'], body: 0, secret: 1 }, result: theEvent },
    { call: 'nacl.bindings.sodium_memcmp', compares: { left: 0, right: 1, constantTime: true }, result: { from: [] } },
  ],
};

export const otherPythonSignatures: LibraryRow = {
  id: 'python-signatures',
  docs: 'https://itsdangerous.palletsprojects.com/',
  packages: ['itsdangerous', 'ecdsa', 'rsa', 'pycryptodome', 'pyOpenSSL'],
  calls: [
    {
      call: 'itsdangerous.Signer().unsign',
      also: ['itsdangerous.signer.Signer().unsign'],
      guard: { accepts: 'no-exception', proves: ['signature'], body: 0, secret: 'new.0' },
      result: theEvent,
    },
    {
      call: 'itsdangerous.TimestampSigner().unsign',
      also: ['itsdangerous.timed.TimestampSigner().unsign'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, secret: 'new.0', tolerance: '1:max_age' },
      result: theEvent,
    },
    {
      call: 'itsdangerous.Signer().validate',
      also: ['itsdangerous.TimestampSigner().validate'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, secret: 'new.0' },
      result: { from: [] },
    },
    {
      call: 'itsdangerous.Signer().verify_signature',
      guard: { accepts: 'true', proves: ['signature'], body: 0, signature: 1, secret: 'new.0' },
      result: { from: [] },
    },
    {
      call: 'itsdangerous.URLSafeSerializer().loads',
      also: ['itsdangerous.Serializer().loads', 'itsdangerous.url_safe.URLSafeSerializer().loads'],
      guard: { accepts: 'no-exception', proves: ['signature'], body: 0, secret: 'new.0' },
      result: theClaims,
    },
    {
      call: 'itsdangerous.URLSafeTimedSerializer().loads',
      also: ['itsdangerous.TimedSerializer().loads', 'itsdangerous.url_safe.URLSafeTimedSerializer().loads'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, secret: 'new.0', tolerance: 'name:max_age' },
      result: theClaims,
    },
    {
      call: 'itsdangerous.URLSafeTimedSerializer().loads_unsafe',
      also: ['itsdangerous.URLSafeSerializer().loads_unsafe'],
      skipsVerification: true,
      result: theEvent,
    },
    {
      call: 'rsa.verify',
      guard: { accepts: 'no-exception', proves: ['signature'], body: '0:message', signature: '1:signature', secret: '2:pub_key' },
      result: theEvent,
    },
    {
      call: 'ecdsa.VerifyingKey.from_pem().verify',
      also: ['ecdsa.VerifyingKey.from_string().verify', 'ecdsa.VerifyingKey.from_der().verify'],
      guard: { accepts: 'no-exception', proves: ['signature'], signature: '0:signature', body: '1:data' },
      result: { from: [] },
    },
    {
      call: 'Crypto.Signature.pkcs1_15.new().verify',
      also: ['Crypto.Signature.pss.new().verify', 'Crypto.Signature.DSS.new().verify', 'Crypto.Signature.eddsa.new().verify'],
      guard: { accepts: 'no-exception', proves: ['signature'], body: 0, signature: 1, secret: 'new.0' },
      result: { from: [] },
    },
    { call: 'OpenSSL.crypto.verify', guard: { accepts: 'no-exception', proves: ['signature'], secret: 0, signature: 1, body: 2 }, result: { from: [] } },
  ],
};
