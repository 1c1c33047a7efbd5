import type { LibraryRow } from '../rows.js';
import { theClaims, unverifiedClaims } from './results.js';

/** Tokens: a verified one proves who sent it; whether it covers the body is for its claims to say. */
export const jsonwebtoken: LibraryRow = {
  id: 'jsonwebtoken',
  docs: 'https://github.com/auth0/node-jsonwebtoken',
  packages: ['jsonwebtoken'],
  calls: [
    {
      call: 'jsonwebtoken.verify',
      anyReceiver: ['jwt.verify'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'], signature: 0, secret: 1, callback: 3 },
      result: theClaims,
    },
    { call: 'jsonwebtoken.decode', skipsVerification: true, result: unverifiedClaims },
  ],
};

export const jose: LibraryRow = {
  id: 'jose',
  docs: 'https://github.com/panva/jose/tree/main/docs',
  packages: ['jose'],
  calls: [
    {
      call: 'jose.jwtVerify',
      anyReceiver: ['jwtVerify'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'], signature: 0, secret: 1, isAsync: true },
      result: theClaims,
    },
    {
      call: 'jose.compactVerify',
      also: ['jose.flattenedVerify', 'jose.generalVerify'],
      anyReceiver: ['compactVerify', 'flattenedVerify'],
      guard: { accepts: 'no-exception', proves: ['signature', 'identity'], signature: 0, secret: 1, isAsync: true },
      result: theClaims,
    },
    {
      call: 'jose.decodeJwt',
      also: ['jose.decodeProtectedHeader'],
      anyReceiver: ['decodeJwt', 'decodeProtectedHeader'],
      skipsVerification: true,
      result: unverifiedClaims,
    },
    { call: 'jose.createRemoteJWKSet', also: ['jose.createLocalJWKSet', 'jose.importSPKI', 'jose.importJWK'], result: { from: [] } },
  ],
};

export const otherJsTokens: LibraryRow = {
  id: 'js-tokens',
  docs: 'https://github.com/nearform/fast-jwt',
  packages: ['fast-jwt', '@tsndr/cloudflare-worker-jwt', 'jwt-decode', 'hono', '@nestjs/jwt', 'jwt-simple', 'google-auth-library', 'njwt'],
  calls: [
    {
      call: 'fast-jwt.createVerifier()',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'], signature: 0 },
      result: theClaims,
    },
    { call: 'fast-jwt.createDecoder()', skipsVerification: true, result: unverifiedClaims },
    {
      call: '@tsndr/cloudflare-worker-jwt.verify',
      guard: { accepts: 'true', proves: ['signature', 'freshness', 'identity'], signature: 0, secret: 1, isAsync: true },
      result: { from: [] },
    },
    { call: '@tsndr/cloudflare-worker-jwt.decode', skipsVerification: true, result: unverifiedClaims },
    {
      call: 'hono/jwt.verify',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'], signature: 0, secret: 1, isAsync: true },
      result: theClaims,
    },
    { call: 'hono/jwt.decode', skipsVerification: true, result: unverifiedClaims },
    {
      call: '@nestjs/jwt.JwtService().verify',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'], signature: 0 },
      result: theClaims,
    },
    {
      call: '@nestjs/jwt.JwtService().verifyAsync',
      anyReceiver: ['jwtService.verifyAsync'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'], signature: 0, isAsync: true },
      result: theClaims,
    },
    { call: '@nestjs/jwt.JwtService().decode', skipsVerification: true, result: unverifiedClaims },
    { call: 'jwt-decode', also: ['jwt-decode.jwtDecode'], anyReceiver: ['jwtDecode'], skipsVerification: true, result: unverifiedClaims },
    {
      call: 'jwt-simple.decode',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'], signature: 0, secret: 1, switchedOffBy: { option: '2', equals: true } },
      result: theClaims,
    },
    {
      call: 'google-auth-library.OAuth2Client().verifyIdToken',
      anyReceiver: ['verifyIdToken'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'], signature: '0.idToken', isAsync: true },
      result: theClaims,
    },
  ],
};

export const pyjwt: LibraryRow = {
  id: 'pyjwt',
  docs: 'https://pyjwt.readthedocs.io/en/stable/api.html',
  packages: ['PyJWT'],
  calls: [
    {
      call: 'jwt.decode',
      also: ['jwt.PyJWT().decode', 'jwt.api_jwt.decode', 'jwt.decode_complete'],
      guard: {
        accepts: 'no-exception',
        proves: ['signature', 'freshness', 'identity'],
        signature: '0:jwt',
        secret: '1:key',
        switchedOffBy: { option: '3:options.verify_signature', equals: false },
      },
      result: theClaims,
    },
    { call: 'jwt.get_unverified_header', skipsVerification: true, result: unverifiedClaims },
    { call: 'jwt.PyJWKClient().get_signing_key_from_jwt', result: { from: [] } },
  ],
};

export const otherPythonTokens: LibraryRow = {
  id: 'python-tokens',
  docs: 'https://python-jose.readthedocs.io/',
  packages: ['python-jose', 'Authlib', 'google-auth', 'PyJWT', 'flask-jwt-extended'],
  calls: [
    {
      call: 'jose.jwt.decode',
      guard: {
        accepts: 'no-exception',
        proves: ['signature', 'freshness', 'identity'],
        signature: '0:token',
        secret: '1:key',
        switchedOffBy: { option: '3:options.verify_signature', equals: false },
      },
      result: theClaims,
    },
    {
      call: 'jose.jws.verify',
      guard: { accepts: 'no-exception', proves: ['signature', 'identity'], signature: '0:token', secret: '1:key' },
      result: theClaims,
    },
    {
      call: 'jose.jwt.get_unverified_claims',
      also: ['jose.jwt.get_unverified_claim', 'jose.jwt.get_unverified_header', 'jose.jwt.get_unverified_headers', 'jose.jws.get_unverified_claims'],
      skipsVerification: true,
      result: unverifiedClaims,
    },
    {
      call: 'authlib.jose.jwt.decode',
      guard: { accepts: 'no-exception', proves: ['signature', 'identity'], signature: 0, secret: 1 },
      result: theClaims,
    },
    { call: 'authlib.jose.jwt.decode().validate', result: { from: ['receiver'] } },
    {
      call: 'google.oauth2.id_token.verify_oauth2_token',
      also: ['google.oauth2.id_token.verify_token', 'google.oauth2.id_token.verify_firebase_token'],
      anyReceiver: ['verify_oauth2_token'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'], signature: 0 },
      result: theClaims,
    },
    {
      call: 'flask_jwt_extended.verify_jwt_in_request',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'] },
      result: theClaims,
    },
    {
      call: 'flask_jwt_extended.jwt_required',
      stage: { proves: ['signature', 'freshness', 'identity'], switchedOffBy: { option: 'name:optional', equals: true } },
    },
  ],
};
