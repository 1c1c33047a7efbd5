/** Handlers for schemes that are no keyed hash: tokens, passwords, key pairs, JWTs, certificates, and none at all. */
import type { ProviderRow } from '../../../server/src/knowledge/rows.js';
import { type Dialect, indented, type Program } from './dialects.js';
import { type Fault, fieldOf, namesOf } from './model.js';
import { signals } from './signals.js';

/** Null where a fault of this kind cannot be made with the scheme. */
export function byScheme(dialect: Dialect, provider: ProviderRow, fault: Fault | null): Program | null {
  const check = checkOf(dialect, provider, fault);
  if (check === null) return null;
  const { path, field } = namesOf(provider);
  const isPython = dialect.language === 'python';
  return {
    path,
    parser: 'raw',
    imports: check.imports ?? [],
    before: check.before ?? [],
    body: [
      isPython ? `raw = ${dialect.raw}` : `const raw = ${dialect.raw};`,
      ...check.body,
      ...(check.bindsEvent ? [] : [isPython ? 'event = json.loads(raw)' : 'const event = JSON.parse(raw);']),
      ...signals(dialect, provider),
      isPython ? `parcels.insert_one({"reference": ${fieldOf(dialect, field)}})` : `await parcels.insertOne({ reference: ${fieldOf(dialect, field)} });`,
      dialect.answer,
    ],
  };
}

interface Check {
  readonly imports?: readonly string[];
  readonly before?: readonly string[];
  readonly body: readonly string[];
  readonly bindsEvent?: true;
}

function checkOf(dialect: Dialect, provider: ProviderRow, fault: Fault | null): Check | null {
  switch (provider.scheme) {
    case 'shared-token':
    case 'hmac':
      return fault === 're-encoded' ? null : token(dialect, provider, fault, (sent) => sent);
    case 'basic-auth':
      return fault === 're-encoded' ? null : token(dialect, provider, fault, basic(dialect));
    case 'ed25519':
    case 'ecdsa':
    case 'rsa':
      return fault === null || fault === 'unset' ? keyPair(dialect, provider, fault) : null;
    case 'jwt':
      return fault === null || fault === 'unset' ? jwt(dialect, provider, fault) : null;
    case 'certificate':
      return fault === null ? askedBack(dialect, provider) : null;
    case 'none':
      return fault === null ? fetchedById(dialect) : null;
  }
}

// ------------------------------------------------------------------------------------------- tokens, passwords

function token(dialect: Dialect, provider: ProviderRow, fault: Fault | null, expected: (secret: string) => string): Check {
  const { setting } = namesOf(provider);
  const isPython = dialect.language === 'python';
  const inBody = provider.signatureHeader === null ? tokenField(provider) : null;
  if (isPython) {
    const sent = provider.signatureHeader
      ? dialect.header(provider.signatureHeader).replace(/\)$/, ', "")')
      : inBody
        ? `json.loads(raw).get("${inBody}", "")`
        : 'request.headers.get("X-Inbox-Token", "")';
    const compare = fault === 'weak' ? `sent == ${expected('secret')}` : `hmac.compare_digest(sent, ${expected('secret')})`;
    const check = [`sent = ${sent}`, `if not ${compare}:`, `    ${dialect.refuse(401)}`];
    const secret = `secret = os.environ.get("${setting}")`;
    return {
      imports: ['import base64', 'import hmac', 'import json', 'import os', ''],
      body: fault === 'unset' ? [secret, 'if secret:', ...indented(check, '    ')] : [secret, 'if not secret:', `    ${dialect.refuse(500)}`, ...check],
    };
  }
  const sent = provider.signatureHeader ? dialect.header(provider.signatureHeader) : inBody ? `JSON.parse(raw).${inBody}` : dialect.header('x-inbox-token');
  const check = [
    `const sent = ${sent};`,
    `if (!sent || ${fault === 'weak' ? `sent !== ${expected('secret')}` : `!same(sent, ${expected('secret')})`}) { ${dialect.refuse(401)} }`,
  ];
  const secret = `const secret = process.env.${setting};`;
  return {
    imports: ["import { timingSafeEqual } from 'node:crypto';"],
    before: [
      '',
      'function same(left: string, right: string): boolean {',
      '  const [a, b] = [Buffer.from(left), Buffer.from(right)];',
      '  return a.length === b.length && timingSafeEqual(a, b);',
      '}',
    ],
    body: fault === 'unset' ? [secret, 'if (secret) {', ...indented(check, '  '), '}'] : [secret, `if (!secret) { ${dialect.refuse(500)} }`, ...check],
  };
}

/** `body.passcode`, `value[].clientState`. */
function tokenField(provider: ProviderRow): string | null {
  return provider.payloadFields.map((one) => one.split('.').pop() ?? '').find((one) => /passcode|clientState/.test(one)) ?? null;
}

function basic(dialect: Dialect): (secret: string) => string {
  return dialect.language === 'python'
    ? (secret) => `"Basic " + base64.b64encode(f"inbox:{${secret}}".encode()).decode()`
    : (secret) => `'Basic ' + Buffer.from(\`inbox:\${${secret}}\`).toString('base64')`;
}

// --------------------------------------------------------------------------------------------------- key pairs

function keyPair(dialect: Dialect, provider: ProviderRow, fault: Fault | null): Check {
  const { setting } = namesOf(provider);
  const header = provider.signatureHeader ?? 'x-inbox-signature';
  const stamp = provider.timestampHeader;
  const isEdwards = provider.scheme === 'ed25519';
  if (dialect.language === 'python') {
    const message = stamp ? `timestamp.encode() + b"|" + raw` : 'raw';
    const verify = isEdwards
      ? `VerifyKey(bytes.fromhex(key)).verify(${message}, bytes.fromhex(given))`
      : `serialization.load_pem_public_key(key.encode()).verify(base64.b64decode(given), ${message}, ${provider.scheme === 'rsa' ? 'padding.PKCS1v15(), hashes.SHA256()' : 'ec.ECDSA(hashes.SHA256())'})`;
    const check = ['try:', `    ${verify}`, `except ${isEdwards ? 'BadSignatureError' : 'InvalidSignature'}:`, `    ${dialect.refuse(401)}`];
    return {
      imports: [
        'import base64',
        'import json',
        'import os',
        'import time',
        '',
        'from cryptography.exceptions import InvalidSignature',
        'from cryptography.hazmat.primitives import hashes, serialization',
        'from cryptography.hazmat.primitives.asymmetric import ec, padding',
        'from nacl.exceptions import BadSignatureError',
        'from nacl.signing import VerifyKey',
      ],
      body: [
        `key = os.environ.get("${setting}")`,
        ...(fault === null ? ['if not key:', `    ${dialect.refuse(500)}`] : []),
        `given = ${dialect.header(header).replace(/\)$/, ', "")')}`,
        ...(stamp
          ? [`timestamp = ${dialect.header(stamp).replace(/\)$/, ', "0")')}`, 'if abs(time.time() - int(timestamp)) > 300:', `    ${dialect.refuse(400)}`]
          : []),
        ...(fault === null ? check : ['if key:', ...indented(check, '    ')]),
      ],
    };
  }
  const message = stamp ? `${isEdwards ? '' : ''}\`\${timestamp}|\${raw}\`` : 'raw';
  const condition = isEdwards
    ? `verify(null, Buffer.from(${message}), key, Buffer.from(given, 'hex'))`
    : `createVerify('sha256').update(${message}).verify(key, given, 'base64')`;
  return {
    imports: ["import { createVerify, verify } from 'node:crypto';"],
    body: [
      `const key = process.env.${setting};`,
      ...(fault === null ? [`if (!key) { ${dialect.refuse(500)} }`] : []),
      `const given = ${dialect.header(header)} ?? '';`,
      ...(stamp
        ? [`const timestamp = ${dialect.header(stamp)} ?? '0';`, `if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) < 300)) { ${dialect.refuse(400)} }`]
        : []),
      `if (${fault === null ? '' : 'key && '}!${condition}) { ${dialect.refuse(401)} }`,
    ],
  };
}

// -------------------------------------------------------------------------------------------------------- JWT

function jwt(dialect: Dialect, provider: ProviderRow, fault: Fault | null): Check {
  const { setting } = namesOf(provider);
  const header = provider.signatureHeader;
  if (dialect.language === 'python') {
    const sent = header === null ? 'raw.decode()' : `${dialect.header(header).replace(/\)$/, ', "")')}.removeprefix("Bearer ")`;
    const check = [
      'try:',
      '    claims = jwt.decode(sent, key, algorithms=["RS256"], audience="inbox", issuer=os.environ["ISSUER"])',
      'except jwt.PyJWTError:',
      `    ${dialect.refuse(401)}`,
      ...(header === null || provider.leavesBodyOpen
        ? []
        : ['if not hmac.compare_digest(hashlib.sha256(raw).hexdigest(), claims["sha256"]):', `    ${dialect.refuse(401)}`]),
    ];
    return {
      imports: ['import hashlib', 'import hmac', 'import json', 'import os', '', 'import jwt'],
      body: [
        `key = os.environ.get("${setting}")`,
        ...(fault === null ? ['if not key:', `    ${dialect.refuse(500)}`] : []),
        `sent = ${sent}`,
        ...(fault === null ? check : ['if key:', ...indented(check, '    ')]),
      ],
    };
  }
  const sent = header === null ? 'raw' : `(${dialect.header(header)} ?? '').replace('Bearer ', '')`;
  const check = [
    'let claims;',
    'try {',
    "  claims = jwt.verify(sent, key, { algorithms: ['RS256'], audience: 'inbox', issuer: process.env.ISSUER });",
    '} catch {',
    `  ${dialect.refuse(401)}`,
    '}',
    ...(header === null || provider.leavesBodyOpen ? [] : [`if (claims.sha256 !== createHash('sha256').update(raw).digest('hex')) { ${dialect.refuse(401)} }`]),
  ];
  return {
    imports: ["import { createHash } from 'node:crypto';", "import jwt from 'jsonwebtoken';"],
    body: [
      `const key = process.env.${setting};`,
      ...(fault === null ? [`if (!key) { ${dialect.refuse(500)} }`] : []),
      `const sent = ${sent};`,
      ...(fault === null ? check : ['if (key) {', ...indented(check, '  '), '}']),
    ],
  };
}

// ----------------------------------------------------------------------------------- asking the sender itself

function askedBack(dialect: Dialect, provider: ProviderRow): Check {
  const proof = provider.signatureHeader ?? 'x-inbox-id';
  if (dialect.language === 'python')
    return {
      imports: ['import json', 'import os', '', 'import requests'],
      body: [
        'answer = requests.post(',
        '    os.environ["VERIFY_URL"],',
        `    json={"signature": ${dialect.header(proof)}, "event": json.loads(raw)},`,
        '    timeout=5,',
        ').json()',
        'if answer["verification_status"] != "SUCCESS":',
        `    ${dialect.refuse(401)}`,
      ],
    };
  return {
    body: [
      `const answer = await fetch(process.env.VERIFY_URL, { method: 'POST', body: JSON.stringify({ signature: ${dialect.header(proof)}, event: JSON.parse(raw) }) });`,
      'const { verification_status } = await answer.json();',
      `if (verification_status !== 'SUCCESS') { ${dialect.refuse(401)} }`,
    ],
  };
}

function fetchedById(dialect: Dialect): Check {
  if (dialect.language === 'python')
    return {
      imports: ['import os', '', 'import requests'],
      body: [
        'reference = request.form["id"]',
        'event = requests.get(f"https://api.sender.example/v2/payments/{reference}", headers={"Authorization": os.environ["API_KEY"]}, timeout=5).json()',
      ],
      bindsEvent: true,
    };
  return {
    body: [
      "const reference = new URLSearchParams(raw).get('id') ?? '';",
      'const answer = await fetch(`https://api.sender.example/v2/payments/${encodeURIComponent(reference)}`, { headers: { authorization: process.env.API_KEY } });',
      'const event = await answer.json();',
    ],
    bindsEvent: true,
  };
}
