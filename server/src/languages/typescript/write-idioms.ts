/** How Node says what both languages can say. */
import { and, call, create, giveBack, imported, index, literal, member, name, not, or, raise, record, text, when } from '../draft.js';
import type { Draft, DraftFunction, DraftStatement, Idioms, PublicKeySpec } from '../writer.js';

export const typeScriptIdioms: Idioms = {
  environment: (variable) => member(name('process'), 'env', variable),
  requiredEnvironment: (variable, tools) => call(name(tools.helper('required env', requiredEnv)), literal(variable)),
  parseJson: (value, isBytes) => call(member(name('JSON'), 'parse'), isBytes ? call(member(value, 'toString'), literal('utf8')) : value),
  decode: (bytes) => call(member(bytes, 'toString'), literal('utf8')),
  encode: (value) => call(member(name('Buffer'), 'from'), value),
  hmac({ digest, key, parts, encoding }) {
    const begun = call(imported('crypto', 'createHmac'), literal(digest), key);
    const absorbed = parts.reduce((hash, part) => call(member(hash, 'update'), part.value), begun);
    return call(member(absorbed, 'digest'), literal(encoding));
  },
  decodedSecret: (secret, encoding, prefix) =>
    call(member(name('Buffer'), 'from'), prefix === null ? secret : call(member(secret, 'replace'), literal(prefix), literal('')), literal(encoding)),
  same(left, right, kind, tools) {
    const helper = kind === 'bytes' ? tools.helper('same bytes', sameBytes) : tools.helper('safe equal', safeEqual);
    return call(name(helper), left, right);
  },
  present: (value) => not(not(value)),
  stale(timestamp, unit, seconds) {
    if (unit === 'rfc3339' || unit === 'http-date') return staleDate(timestamp, seconds);
    const now = call(member(name('Date'), 'now'));
    const elapsed: Draft = {
      kind: 'binary',
      op: '-',
      left: unit === 's' ? { kind: 'binary', op: '/', left: now, right: literal(1000) } : now,
      right: call(name('Number'), timestamp),
    };
    const far: Draft = { kind: 'binary', op: '>', left: call(member(name('Math'), 'abs'), elapsed), right: literal(unit === 's' ? seconds : seconds * 1000) };
    return or(call(member(name('Number'), 'isNaN'), call(name('Number'), timestamp)), far);
  },
  isEmpty: (bytes) => ({ kind: 'binary', op: '==', left: member(bytes, 'length'), right: literal(0) }),
  partOf: (whole, side, measure) =>
    side === 'beginning'
      ? call(member(whole, 'slice'), literal(0), member(measure, 'length'))
      : call(member(whole, 'slice'), { kind: 'unary', op: '-', operand: member(measure, 'length') }),
  field: (record, key) => member(record, key),
  first: (list) => ({ kind: 'logical', op: 'nullish', left: index(list, literal(0)), right: literal('') }),
  publicKeyCheck,
  publicKeyPackage: null,
  split: (value, separator) => call(member(value, 'split'), literal(separator)),
  afterPrefix(list, prefix) {
    const starts = call(member(name('field'), 'startsWith'), literal(prefix));
    const found = call(member(list, 'find'), { kind: 'function', params: [{ name: 'field' }], body: starts });
    const rest: Draft = {
      kind: 'call',
      callee: { kind: 'member', object: found, property: 'slice', optional: true },
      args: [{ value: literal(prefix.length) }],
    };
    return { kind: 'logical', op: 'nullish', left: rest, right: literal('') };
  },
  some: (list, item, test) => call(member(list, 'some'), { kind: 'function', params: [{ name: item }], body: test }),
  logged: (problem) => call(member(name('console'), 'error'), problem),
  logsExceptionsBy: 'error',
  headerNames: (headers, isWeb) => (isWeb ? call(member(name('Array'), 'from'), call(member(headers, 'keys'))) : call(member(name('Object'), 'keys'), headers)),
  developing: { kind: 'binary', op: '==', left: member(name('process'), 'env', 'NODE_ENV'), right: literal('development') },
  isOneOf: (value, texts) => call(member({ kind: 'list', items: texts.map((one) => literal(one)) }, 'includes'), value),
  failure: (message) => create(name('Error'), literal(message)),
  raisedAgain(first, local) {
    const target = local('error');
    return { types: [], target, body: [...first, raise(name(target))] };
  },
};

function staleDate(timestamp: Draft, seconds: number): Draft {
  const sent = call(member(name('Date'), 'parse'), timestamp);
  const elapsed: Draft = { kind: 'binary', op: '-', left: call(member(name('Date'), 'now')), right: sent };
  const far: Draft = { kind: 'binary', op: '>', left: call(member(name('Math'), 'abs'), elapsed), right: literal(seconds * 1000) };
  return or(call(member(name('Number'), 'isNaN'), sent), far);
}

/** What is not written exactly as the bytes would be is refused: decoding overlooks what does not belong. */
function publicKeyCheck({ digest, key, keyForm, signature, encoding, parts }: PublicKeySpec): readonly DraftStatement[] {
  const from = member(name('Buffer'), 'from');
  const sent = name('sent');
  const chunks = parts.map((part) => (part.bytes ? part.value : call(from, part.value)));
  const message = chunks.length === 1 && chunks[0] ? chunks[0] : call(member(name('Buffer'), 'concat'), { kind: 'list', items: chunks });
  const exact: Draft = { kind: 'binary', op: '==', left: call(member(sent, 'toString'), literal(encoding)), right: signature };
  const verified = call(imported('crypto', 'verify'), digest === null ? literal(null) : literal(digest), message, name('key'), sent);
  return [
    {
      kind: 'try',
      body: [
        { kind: 'assign', target: name('key'), declares: true, value: call(imported('crypto', 'createPublicKey'), keyOf(key, keyForm)) },
        { kind: 'assign', target: sent, declares: true, value: call(from, signature, literal(encoding)) },
        giveBack(and(exact, verified)),
      ],
      handlers: [{ types: [], target: null, body: [giveBack(literal(false))] }],
    },
  ];
}

/** Bare bytes are a key of Ed25519; the others come as a structure. */
function keyOf(key: Draft, form: PublicKeySpec['keyForm']): Draft {
  const bytes = (encoding: string): Draft => call(member(name('Buffer'), 'from'), key, literal(encoding));
  if (form === 'pem') return call(member(key, 'replaceAll'), literal('\\n'), literal('\n'));
  if (form === 'base64-der') return record({ key: bytes('base64'), format: literal('der'), type: literal('spki') });
  return record({
    key: record({ kty: literal('OKP'), crv: literal('Ed25519'), x: call(member(bytes(form), 'toString'), literal('base64url')) }),
    format: literal('jwk'),
  });
}

const isNoText = (value: Draft): Draft => ({ kind: 'binary', op: '!=', left: { kind: 'unary', op: 'typeof', operand: value }, right: literal('string') });

function safeEqual(helper: string): DraftFunction {
  const bytes = (value: string): Draft => call(member(name('Buffer'), 'from'), name(value));
  return {
    name: helper,
    params: [
      { name: 'left', type: 'anything' },
      { name: 'right', type: 'anything' },
    ],
    result: 'flag',
    body: [
      when(or(isNoText(name('left')), isNoText(name('right'))), [giveBack(literal(false))]),
      { kind: 'assign', target: name('leftBytes'), declares: true, value: bytes('left') },
      { kind: 'assign', target: name('rightBytes'), declares: true, value: bytes('right') },
      giveBack(equalBytes(name('leftBytes'), name('rightBytes'))),
    ],
  };
}

function sameBytes(helper: string): DraftFunction {
  return {
    name: helper,
    params: [
      { name: 'left', type: { code: 'Uint8Array' } },
      { name: 'right', type: { code: 'Uint8Array' } },
    ],
    result: 'flag',
    body: [giveBack(equalBytes(name('left'), name('right')))],
  };
}

function equalBytes(left: Draft, right: Draft): Draft {
  const sameLength: Draft = { kind: 'binary', op: '==', left: member(left, 'length'), right: member(right, 'length') };
  return and(sameLength, call(imported('crypto', 'timingSafeEqual'), left, right));
}

function requiredEnv(helper: string): DraftFunction {
  return {
    name: helper,
    params: [{ name: 'name', type: 'text' }],
    result: 'text',
    body: [
      { kind: 'assign', target: name('value'), declares: true, value: index(member(name('process'), 'env'), name('name')) },
      when(not(name('value')), [raise(create(name('Error'), text(name('name'), literal(' is not set'))))]),
      giveBack(name('value')),
    ],
  };
}
