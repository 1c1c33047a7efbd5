/** How Python says what both languages can say. */
import { assign, call, giveBack, imported, index, literal, member, name, not, or, raise, when } from '../draft.js';
import type { Draft, DraftFunction, DraftStatement, HmacSpec, Idioms, PublicKeySpec } from '../writer.js';

export const pythonIdioms: Idioms = {
  environment: (variable) => call(member(imported('os', 'environ'), 'get'), literal(variable)),
  requiredEnvironment: (variable) => index(imported('os', 'environ'), literal(variable)),
  parseJson: (value) => call(imported('json', 'loads'), value),
  decode: (bytes) => call(member(bytes, 'decode')),
  encode: (value) => call(member(value, 'encode')),
  hmac,
  decodedSecret(secret, encoding, prefix) {
    const bare = prefix === null ? secret : call(member(secret, 'removeprefix'), literal(prefix));
    return encoding === 'hex' ? call(member(name('bytes'), 'fromhex'), bare) : call(imported('base64', 'b64decode'), bare);
  },
  same(left, right, kind, tools) {
    if (kind === 'texts') return call(imported('hmac', 'compare_digest'), encoded(left), encoded(right));
    if (kind === 'bytes') return call(imported('hmac', 'compare_digest'), left, right);
    return call(name(tools.helper('safe equal', safeEqual)), left, right);
  },
  emptyWhenMissing: (value) => or(value, literal('')),
  present: (value) => call(name('bool'), value),
  stale(timestamp, unit, seconds, tools) {
    if (unit === 'rfc3339' || unit === 'http-date') {
      const sent = call(name(tools.helper('sent at', unit === 'rfc3339' ? sentAtDate : sentAtHttpDate)), timestamp);
      const elapsed: Draft = { kind: 'binary', op: '-', left: call(imported('time', 'time')), right: sent };
      return { kind: 'binary', op: '>', left: call(name('abs'), elapsed), right: literal(seconds) };
    }
    const number = call(name('float'), timestamp);
    const sent: Draft = unit === 's' ? number : { kind: 'binary', op: '/', left: number, right: literal(1000) };
    const elapsed: Draft = { kind: 'binary', op: '-', left: call(imported('time', 'time')), right: sent };
    const far: Draft = { kind: 'binary', op: '>', left: call(name('abs'), elapsed), right: literal(seconds) };
    return or(not(call(member(timestamp, 'isdecimal'))), far);
  },
  isEmpty: (bytes) => not(bytes),
  field: (record, key) => index(record, literal(key)),
  first: (list) => index(list, literal(0)),
  publicKeyCheck,
  publicKeyPackage: 'cryptography',
  split: (value, separator) => call(member(value, 'split'), literal(separator)),
  afterPrefix(list, prefix) {
    const rest = call(member(name('field'), 'removeprefix'), literal(prefix));
    const fields: Draft = {
      kind: 'each',
      target: 'field',
      source: list,
      conditions: [call(member(name('field'), 'startswith'), literal(prefix))],
      value: rest,
    };
    return call(name('next'), fields, literal(''));
  },
  some: (list, item, test) => call(name('any'), { kind: 'each', target: item, source: list, conditions: [], value: test }),
  logged: (problem) => call(member(imported('logging', null), 'exception'), problem),
  logsExceptionsBy: 'exception',
  headerNames: (headers) => call(name('list'), call(member(headers, 'keys'))),
  developing: {
    kind: 'binary',
    op: '==',
    left: call(member(imported('os', 'environ'), 'get'), literal('FLASK_DEBUG')),
    right: literal('1'),
  },
  isOneOf: (value, texts) => ({ kind: 'binary', op: 'in', left: value, right: { kind: 'list', items: texts.map((one) => literal(one)) } }),
  failure: (message) => call(name('RuntimeError'), literal(message)),
  raisedAgain: (first) => ({ types: [], target: null, body: [...first, raise(null)] }),
};

/** A date of any precision as seconds; the epoch, which is long ago, where it is none. */
function sentAtDate(helper: string): DraftFunction {
  const whole = call(imported('re', 'sub'), literal('\\.\\d+'), literal(''), name('timestamp'));
  const parsed = call(member(imported('datetime', 'datetime'), 'fromisoformat'), call(member(whole, 'replace'), literal('Z'), literal('+00:00')));
  return moment(helper, parsed);
}

function sentAtHttpDate(helper: string): DraftFunction {
  return moment(helper, call(imported('email.utils', 'parsedate_to_datetime'), name('timestamp')));
}

function moment(helper: string, parsed: Draft): DraftFunction {
  return {
    name: helper,
    params: [{ name: 'timestamp', type: 'text' }],
    result: { code: 'float' },
    body: [
      {
        kind: 'try',
        body: [giveBack(call(member(parsed, 'timestamp')))],
        handlers: [{ types: [name('TypeError'), name('ValueError'), name('OverflowError')], target: null, body: [giveBack(literal(0))] }],
      },
    ],
  };
}

function publicKeyCheck({ algorithm, digest, key, keyForm, signature, encoding, parts }: PublicKeySpec): readonly DraftStatement[] {
  const family = 'cryptography.hazmat.primitives.asymmetric';
  const decoded = (value: Draft, form: string): Draft =>
    form === 'hex'
      ? call(member(name('bytes'), 'fromhex'), value)
      : { kind: 'call', callee: imported('base64', 'b64decode'), args: [{ value }, { name: 'validate', value: literal(true) }] };
  const pieces = parts.map((part) => (part.bytes ? part.value : encoded(part.value)));
  const message = pieces.reduce((left, right): Draft => ({ kind: 'binary', op: '+', left, right }));
  const loaded =
    algorithm === 'ed25519'
      ? call(member(imported(`${family}.ed25519`, 'Ed25519PublicKey'), 'from_public_bytes'), decoded(key, keyForm))
      : keyForm === 'pem'
        ? call(
            imported('cryptography.hazmat.primitives.serialization', 'load_pem_public_key'),
            call(member(call(member(key, 'replace'), literal('\\n'), literal('\n')), 'encode')),
          )
        : call(imported('cryptography.hazmat.primitives.serialization', 'load_der_public_key'), decoded(key, 'base64'));
  const hash = call(member(imported('cryptography.hazmat.primitives', 'hashes'), (digest ?? 'sha256').toUpperCase()));
  const how =
    algorithm === 'ecdsa'
      ? [call(member(imported(family, 'ec'), 'ECDSA'), hash)]
      : algorithm === 'rsa'
        ? [call(member(imported(family, 'padding'), 'PKCS1v15')), hash]
        : [];
  return [
    {
      kind: 'try',
      body: [
        { kind: 'assign', target: name('key'), declares: true, value: loaded },
        { kind: 'evaluate', expr: call(member(name('key'), 'verify'), decoded(signature, encoding), message, ...how) },
      ],
      handlers: [{ types: [name('ValueError'), imported('cryptography.exceptions', 'InvalidSignature')], target: null, body: [giveBack(literal(false))] }],
    },
    giveBack(literal(true)),
  ];
}

/** Text as bytes; what was decoded just now is taken before that. */
function encoded(value: Draft): Draft {
  if (value.kind === 'literal' && typeof value.value === 'string') return { ...value, bytes: true };
  if (value.kind === 'call' && value.args.length === 0 && value.callee.kind === 'member' && value.callee.property === 'decode') return value.callee.object;
  return call(member(value, 'encode'));
}

function hmac({ digest, key, keyIsBytes, parts, encoding }: HmacSpec): Draft {
  const pieces = parts.map((part) => (part.bytes ? part.value : encoded(part.value)));
  const message = pieces.reduce((left, right): Draft => ({ kind: 'binary', op: '+', left, right }));
  const begun = call(imported('hmac', 'new'), keyIsBytes ? key : encoded(key), message, imported('hashlib', digest));
  if (encoding === 'hex') return call(member(begun, 'hexdigest'));
  const encode = imported('base64', encoding === 'base64' ? 'b64encode' : 'urlsafe_b64encode');
  const printed = call(member(call(encode, call(member(begun, 'digest'))), 'decode'));
  return encoding === 'base64' ? printed : call(member(printed, 'rstrip'), literal('='));
}

/** Texts and bytes alike, since either is compared by `==` in the code this replaces. */
function safeEqual(helper: string): DraftFunction {
  const isNone = (value: string): Draft => ({ kind: 'binary', op: '==', left: name(value), right: literal(null) });
  const toBytes = (value: string): DraftStatement => {
    const isBytes = call(name('isinstance'), name(value), name('bytes'));
    return assign(name(value), { kind: 'conditional', test: isBytes, then: name(value), otherwise: call(member(call(name('str'), name(value)), 'encode')) });
  };
  return {
    name: helper,
    params: [{ name: 'left' }, { name: 'right' }],
    result: 'flag',
    body: [
      when(or(isNone('left'), isNone('right')), [giveBack(literal(false))]),
      toBytes('left'),
      toBytes('right'),
      giveBack(call(imported('hmac', 'compare_digest'), name('left'), name('right'))),
    ],
  };
}
