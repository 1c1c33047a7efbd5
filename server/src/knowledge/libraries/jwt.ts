import type { LibraryRow, TokenSpec } from '../rows.js';
import { theClaims, unverifiedClaims } from './results.js';

/** Options that node-jsonwebtoken and what is built on it take. */
const jsonwebtokenOptions: TokenSpec = {
  algorithms: '2.algorithms',
  audience: ['2.audience'],
  issuer: ['2.issuer'],
  binds: ['2.subject', '2.nonce', '2.jwtid'],
  expiryOff: [{ option: '2.ignoreExpiration', equals: true }],
};

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
      token: jsonwebtokenOptions,
      result: theClaims,
    },
    { call: 'jsonwebtoken.decode', skipsVerification: true, token: {}, result: unverifiedClaims },
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
      token: { algorithms: '2.algorithms', audience: ['2.audience'], issuer: ['2.issuer'], binds: ['2.subject'] },
      result: theClaims,
    },
    {
      call: 'jose.compactVerify',
      also: ['jose.flattenedVerify', 'jose.generalVerify'],
      anyReceiver: ['compactVerify', 'flattenedVerify'],
      guard: { accepts: 'no-exception', proves: ['signature', 'identity'], signature: 0, secret: 1, isAsync: true },
      result: theClaims,
    },
    { call: 'jose.decodeJwt', anyReceiver: ['decodeJwt'], skipsVerification: true, token: {}, result: unverifiedClaims },
    { call: 'jose.UnsecuredJWT.decode', anyReceiver: ['UnsecuredJWT.decode'], skipsVerification: true, token: {}, result: unverifiedClaims },
    { call: 'jose.decodeProtectedHeader', anyReceiver: ['decodeProtectedHeader'], skipsVerification: true, result: unverifiedClaims },
    { call: 'jose.createRemoteJWKSet', fetchesKeys: 0, result: { from: [] } },
    { call: 'jose.createLocalJWKSet', also: ['jose.importSPKI', 'jose.importJWK'], result: { from: [] } },
  ],
};

const fastJwtOptions: TokenSpec = {
  algorithms: 'new.0.algorithms',
  audience: ['new.0.allowedAud'],
  issuer: ['new.0.allowedIss'],
  binds: ['new.0.allowedSub', 'new.0.allowedNonce', 'new.0.allowedJti'],
  expiryOff: [{ option: 'new.0.ignoreExpiration', equals: true }],
};

export const otherJsTokens: LibraryRow = {
  id: 'js-tokens',
  docs: 'https://github.com/nearform/fast-jwt',
  packages: ['fast-jwt', '@tsndr/cloudflare-worker-jwt', 'jwt-decode', 'hono', '@nestjs/jwt', 'jwt-simple', 'google-auth-library', 'njwt', '@fastify/jwt'],
  calls: [
    {
      call: 'fast-jwt.createVerifier()',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'], signature: 0, secret: 'new.0.key' },
      token: fastJwtOptions,
      result: theClaims,
    },
    { call: 'fast-jwt.createDecoder()', skipsVerification: true, token: {}, result: unverifiedClaims },
    {
      call: '@tsndr/cloudflare-worker-jwt.verify',
      guard: { accepts: 'true', proves: ['signature', 'freshness', 'identity'], signature: 0, secret: 1, isAsync: true },
      token: { algorithms: '2.algorithm', expiryOff: [] },
      result: { is: ['claims'], from: [] },
    },
    { call: '@tsndr/cloudflare-worker-jwt.decode', skipsVerification: true, token: {}, result: unverifiedClaims },
    {
      call: 'hono/jwt.verify',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'], signature: 0, secret: 1, isAsync: true },
      token: { algorithms: '2', audience: ['2.aud'], issuer: ['2.iss'], expiryOff: [{ option: '2.exp', equals: false }] },
      result: theClaims,
    },
    { call: 'hono/jwt.decode', skipsVerification: true, token: {}, result: unverifiedClaims },
    {
      call: '@nestjs/jwt.JwtService().verify',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'], signature: 0 },
      token: {
        algorithms: '1.algorithms',
        audience: ['1.audience'],
        issuer: ['1.issuer'],
        expiryOff: [{ option: '1.ignoreExpiration', equals: true }],
        configuredElsewhere: true,
      },
      result: theClaims,
    },
    {
      call: '@nestjs/jwt.JwtService().verifyAsync',
      anyReceiver: ['jwtService.verifyAsync'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'], signature: 0, isAsync: true },
      token: {
        algorithms: '1.algorithms',
        audience: ['1.audience'],
        issuer: ['1.issuer'],
        expiryOff: [{ option: '1.ignoreExpiration', equals: true }],
        configuredElsewhere: true,
      },
      result: theClaims,
    },
    { call: '@nestjs/jwt.JwtService().decode', skipsVerification: true, token: {}, result: unverifiedClaims },
    { call: 'jwt-decode', also: ['jwt-decode.jwtDecode'], anyReceiver: ['jwtDecode'], skipsVerification: true, token: {}, result: unverifiedClaims },
    {
      call: 'jwt-simple.decode',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'], signature: 0, secret: 1, switchedOffBy: { option: '2', equals: true } },
      token: { algorithms: 3, withoutAlgorithms: 'any' },
      result: theClaims,
    },
    {
      call: 'google-auth-library.OAuth2Client().verifyIdToken',
      anyReceiver: ['verifyIdToken'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'], signature: '0.idToken', isAsync: true },
      token: { audience: ['0.audience'], knowsIssuer: true },
      result: theClaims,
    },
  ],
};

/** Middlewares that verify a token before the handler runs. */
export const tokenMiddlewares: LibraryRow = {
  id: 'token-middlewares',
  docs: 'https://github.com/auth0/express-jwt',
  packages: ['express-jwt', 'koa-jwt', 'hono', 'express-oauth2-jwt-bearer'],
  calls: [
    {
      call: 'express-jwt',
      also: ['express-jwt.expressjwt'],
      stage: { proves: ['signature', 'freshness', 'identity'], optionalBy: { option: '0.credentialsRequired', equals: false }, claimsIn: 'auth' },
      token: {
        algorithms: '0.algorithms',
        withoutAlgorithms: 'any',
        audience: ['0.audience'],
        issuer: ['0.issuer'],
        binds: ['0.subject', '0.isRevoked'],
        expiryOff: [{ option: '0.ignoreExpiration', equals: true }],
      },
    },
    {
      call: 'koa-jwt',
      stage: { proves: ['signature', 'freshness', 'identity'], optionalBy: { option: '0.passthrough', equals: true }, claimsIn: 'state.user' },
      token: {
        algorithms: '0.algorithms',
        audience: ['0.audience'],
        issuer: ['0.issuer'],
        binds: ['0.subject', '0.isRevoked', '0.key'],
        expiryOff: [{ option: '0.ignoreExpiration', equals: true }],
      },
    },
    {
      call: 'hono/jwt.jwt',
      also: ['hono/jwk.jwk'],
      stage: { proves: ['signature', 'freshness', 'identity'], optionalBy: { option: '0.allow_anon', equals: true }, claimsIn: 'var.jwtPayload' },
      token: {
        algorithms: '0.alg',
        audience: ['0.verification.aud'],
        issuer: ['0.verification.iss'],
        expiryOff: [{ option: '0.verification.exp', equals: false }],
      },
    },
    {
      call: 'express-oauth2-jwt-bearer.auth',
      stage: { proves: ['signature', 'freshness', 'identity'], optionalBy: { option: '0.authRequired', equals: false }, claimsIn: 'auth' },
      token: { audience: ['0.audience'], issuer: ['0.issuer', '0.issuerBaseURL'], configuredElsewhere: true },
    },
    { call: 'hono.Context.get', result: { is: ['claims'], from: [] } },
  ],
};

const pyjwtOptions: TokenSpec = {
  algorithms: '2:algorithms',
  withoutAlgorithms: 'any',
  audience: ['name:audience'],
  issuer: ['name:issuer'],
  binds: ['name:subject'],
  audienceOff: { option: '3:options.verify_aud', equals: false },
  expiryOff: [{ option: '3:options.verify_exp', equals: false }],
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
        switchedOffBy: [
          { option: '3:options.verify_signature', equals: false },
          { option: 'name:verify', equals: false },
        ],
      },
      token: pyjwtOptions,
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
      token: {
        algorithms: '2:algorithms',
        withoutAlgorithms: 'any',
        audience: ['4:audience'],
        issuer: ['5:issuer'],
        binds: ['6:subject'],
        audienceOff: { option: '3:options.verify_aud', equals: false },
        expiryOff: [{ option: '3:options.verify_exp', equals: false }],
      },
      result: theClaims,
    },
    {
      call: 'jose.jws.verify',
      guard: {
        accepts: 'no-exception',
        proves: ['signature', 'identity'],
        signature: '0:token',
        secret: '1:key',
        switchedOffBy: { option: '3:verify', equals: false },
      },
      token: { algorithms: '2:algorithms', withoutAlgorithms: 'any', signatureOnly: true },
      result: theClaims,
    },
    {
      call: 'jose.jwt.get_unverified_claims',
      also: ['jose.jws.get_unverified_claims'],
      skipsVerification: true,
      token: {},
      result: unverifiedClaims,
    },
    {
      call: 'jose.jwt.get_unverified_header',
      also: ['jose.jwt.get_unverified_headers', 'jose.jws.get_unverified_header', 'jose.jws.get_unverified_headers'],
      skipsVerification: true,
      result: unverifiedClaims,
    },
    {
      call: 'authlib.jose.jwt.decode',
      also: ['authlib.jose.JsonWebToken().decode'],
      guard: { accepts: 'no-exception', proves: ['signature', 'identity'], signature: 0, secret: 1 },
      token: {
        audience: ['2:claims_options.aud', 'name:claims_options.aud'],
        issuer: ['name:claims_options.iss'],
        binds: ['name:claims_options.sub', 'name:claims_options.scope', 'name:claims_options.azp', 'name:claims_options.client_id'],
        claimsCheckedBy: 'validate',
      },
      result: theClaims,
    },
    { call: 'authlib.jose.jwt.decode().validate', also: ['authlib.jose.JsonWebToken().decode().validate'], checksClaims: true, result: { from: ['receiver'] } },
    {
      call: 'google.oauth2.id_token.verify_oauth2_token',
      also: ['google.oauth2.id_token.verify_token', 'google.oauth2.id_token.verify_firebase_token'],
      anyReceiver: ['verify_oauth2_token'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'], signature: 0 },
      token: { audience: ['2:audience'], knowsIssuer: true },
      result: theClaims,
    },
    {
      call: 'flask_jwt_extended.verify_jwt_in_request',
      guard: {
        accepts: 'no-exception',
        proves: ['signature', 'freshness', 'identity'],
        switchedOffBy: { option: '0:optional', equals: true },
      },
      result: theClaims,
    },
    {
      call: 'flask_jwt_extended.jwt_required',
      stage: { proves: ['signature', 'freshness', 'identity'], optionalBy: { option: '0:optional', equals: true } },
    },
    {
      call: 'flask_jwt_extended.get_jwt_identity',
      also: ['flask_jwt_extended.get_current_user'],
      guard: { accepts: 'not-null', proves: ['signature', 'freshness', 'identity'] },
      result: theClaims,
    },
    { call: 'flask_jwt_extended.get_jwt', guard: { accepts: 'true', proves: ['signature', 'freshness', 'identity'] }, result: theClaims },
    {
      call: 'flask_jwt_extended.decode_token',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness', 'identity'], signature: '0:encoded_token' },
      token: { expiryOff: [{ option: '2:allow_expired', equals: true }], configuredElsewhere: true },
      result: theClaims,
    },
  ],
};
