/** From a provider's recipe to the function that judges a delivery. The recipe decides; no provider is named here. */
import type { ProviderRow, PublicKeyRow, RecipeRow } from '../knowledge/rows.js';
import { declare, giveBack, literal, name, not, or, text, when } from '../languages/draft.js';
import type { Draft, DraftFunction, DraftParam, DraftStatement, HmacSpec, Idioms, TimestampUnit, Toolbox } from '../languages/writer.js';
import { decline } from './decline.js';

/** What the function is handed besides the raw body and the secret, in order. */
export interface Scheme {
  readonly headers: readonly { readonly words: string; readonly header: string }[];
  build(helper: string, rawIsBytes: boolean, idioms: Idioms, tools: Toolbox, casing: (words: string) => string): DraftFunction;
}

/** Why a provider's scheme is not written by us, or null. */
export function unsupported(provider: ProviderRow): string | null {
  const { recipe } = provider;
  if (provider.publicKey) return null;
  if (recipe === null) return `${provider.name} does not sign with an HMAC.`;
  const formats = ['plain', 'kv', 'space-list', 'list', 'positional'];
  if (recipe.construction !== 'hmac') return `${provider.name} uses a plain hash of secret and body, which is not written by us.`;
  if (recipe.signature.in !== 'header' || recipe.signature.name === null) return `${provider.name} puts its signature into the body.`;
  if (!formats.includes(recipe.signature.format.kind)) return `${provider.name}'s signature header has a form that is not written by us.`;
  if (!['utf8', 'whsec-base64', 'hex', 'base64'].includes(recipe.key)) return `${provider.name} derives its key in a way that is not written by us.`;
  if (!['hex', 'base64', 'base64url'].includes(recipe.encoding)) return `${provider.name} prints its signature in a way that is not written by us.`;
  if (/\{(?!body\}|timestamp\}|id\}|nonce\})/.test(recipe.message)) return `${provider.name} signs more than the body, which takes the official package.`;
  if (
    recipe.timestamp.in !== 'none' &&
    (!['header', 'signature'].includes(recipe.timestamp.in) || !(recipe.timestamp.unit !== null && recipe.timestamp.unit in UNITS))
  )
    return `${provider.name} writes its timestamp in a way that is not written by us.`;
  if (['id', 'nonce'].some((one) => recipe.message.includes(`{${one}}`) && headerNamed(recipe, one) === null))
    return `${provider.name} signs an id that does not stand in a header.`;
  return null;
}

/** How timestamps are written, as the idioms know it. */
const UNITS: Readonly<Record<string, TimestampUnit>> = { s: 's', ms: 'ms', rfc3339: 'rfc3339', 'http-date': 'http-date' };

export function schemeOf(provider: ProviderRow): Scheme {
  if (provider.publicKey) return publicKeyScheme(provider, provider.publicKey);
  const reason = unsupported(provider);
  const { recipe } = provider;
  if (reason !== null || recipe === null) decline(reason ?? `${provider.name} does not sign with an HMAC.`);
  const headers = [
    { words: 'signature', header: recipe.signature.name ?? '' },
    ...(recipe.timestamp.in === 'header' && recipe.timestamp.name !== null ? [{ words: 'timestamp', header: recipe.timestamp.name }] : []),
    ...['id', 'nonce'].flatMap((words) => {
      const header = recipe.message.includes(`{${words}}`) ? headerNamed(recipe, words) : null;
      return header === null ? [] : [{ words, header }];
    }),
  ];
  return {
    headers,
    build: (helper, rawIsBytes, idioms, tools, casing) => judge(helper, provider, recipe, headers, rawIsBytes, idioms, tools, casing),
  };
}

function headerNamed(recipe: RecipeRow, key: string): string | null {
  const place = recipe[key];
  return typeof place === 'object' && place !== null && 'in' in place && place.in === 'header' && 'name' in place && typeof place.name === 'string'
    ? place.name
    : null;
}

function judge(
  helper: string,
  provider: ProviderRow,
  recipe: RecipeRow,
  headers: Scheme['headers'],
  rawIsBytes: boolean,
  idioms: Idioms,
  tools: Toolbox,
  casing: (words: string) => string,
): DraftFunction {
  const local = (words: string): Draft => name(words === 'id' && casing('raw body') === 'raw_body' ? 'delivery_id' : casing(words));
  const parameterName = (words: string): string => (local(words) as Draft & { kind: 'name' }).name;
  const body = name(casing('raw body'));
  const signature = local('signature');
  const timestamp = local('timestamp');
  const { format } = recipe.signature;
  const statements: DraftStatement[] = [when(headers.map(({ words }) => not(local(words))).reduce(or), [giveBack(literal(false))])];

  const fields = local('fields');
  if (format.kind === 'kv') {
    statements.push(declare(parameterName('fields'), idioms.split(signature, textIn(format, 'separator', ','))));
    if (recipe.timestamp.in === 'signature')
      statements.push(
        declare(parameterName('timestamp'), idioms.afterPrefix(fields, `${textIn(format, 'timestampKey', 't')}${textIn(format, 'keyValueSeparator', '=')}`)),
      );
  }
  if (format.kind === 'positional') {
    statements.push(
      declare(parameterName('fields'), idioms.split(signature, textIn(format, 'separator', ','))),
      declare(parameterName('timestamp'), idioms.first(fields)),
    );
  }
  if (recipe.timestamp.in !== 'none') {
    const unit = UNITS[recipe.timestamp.unit ?? ''] ?? 's';
    statements.push(when(idioms.stale(timestamp, unit, provider.toleranceSeconds ?? 300, tools), [giveBack(literal(false))]));
  }

  const key = keyOf(recipe, idioms);
  if (key !== null) {
    // A secret that is nothing but its prefix would make a key that everyone has.
    statements.push(declare(parameterName('key'), key), when(idioms.isEmpty(local('key')), [giveBack(literal(false))]));
  }
  const parts = messageParts(recipe.message, { body, timestamp, id: local('id'), nonce: local('nonce') }, rawIsBytes);
  const digest = idioms.hmac({
    digest: recipe.digest,
    key: key === null ? name('secret') : local('key'),
    keyIsBytes: key !== null,
    parts,
    encoding: recipe.encoding as HmacSpec['encoding'],
  });
  statements.push(declare(parameterName('digest'), digest));

  const printed = local('digest');
  const candidate = parameterName('candidate');
  switch (format.kind) {
    case 'kv':
      statements.push(
        ...anyOf(
          fields,
          candidate,
          idioms.same(
            name(candidate),
            text(literal(`${textIn(format, 'signatureKey', 'v1')}${textIn(format, 'keyValueSeparator', '=')}`), printed),
            'texts',
            tools,
          ),
        ),
      );
      break;
    case 'space-list':
      statements.push(
        ...anyOf(
          idioms.split(signature, ' '),
          candidate,
          idioms.same(name(candidate), text(literal(`${textIn(format, 'tag', 'v1')}${textIn(format, 'tagSeparator', ',')}`), printed), 'texts', tools),
        ),
      );
      break;
    case 'positional':
      statements.push(...anyOf(fields, candidate, idioms.same(name(candidate), printed, 'texts', tools)));
      break;
    case 'list':
      statements.push(...anyOf(idioms.split(signature, textIn(format, 'separator', ',')), candidate, idioms.same(name(candidate), printed, 'texts', tools)));
      break;
    default:
      statements.push(giveBack(idioms.same(signature, format.prefix ? text(literal(format.prefix), printed) : printed, 'texts', tools)));
  }

  const params: DraftParam[] = [
    { name: casing('raw body'), type: rawIsBytes ? 'bytes' : 'text' },
    ...headers.map(({ words }): DraftParam => ({ name: parameterName(words), type: 'optional-text' })),
    { name: 'secret', type: 'text' },
  ];
  return { name: helper, params, result: 'flag', body: statements };
}

// ------------------------------------------------------------------------------------------------- public keys

function publicKeyScheme(provider: ProviderRow, row: PublicKeyRow): Scheme {
  const headers = [
    { words: 'signature', header: provider.signatureHeader ?? decline(`${provider.name} puts its signature into the body.`) },
    ...(row.timestampUnit !== null && provider.timestampHeader !== null ? [{ words: 'timestamp', header: provider.timestampHeader }] : []),
    ...(row.idHeader === null ? [] : [{ words: 'id', header: row.idHeader }]),
  ];
  return {
    headers,
    build(helper, rawIsBytes, idioms, tools, casing) {
      const named = (words: string): string => (words === 'id' ? casing('delivery id') : casing(words));
      const local = (words: string): Draft => name(named(words));
      const late =
        row.timestampUnit === null
          ? []
          : [when(idioms.stale(local('timestamp'), row.timestampUnit, provider.toleranceSeconds ?? 300, tools), [giveBack(literal(false))])];
      const key = casing('public key');
      const holes = { body: name(casing('raw body')), timestamp: local('timestamp'), id: local('id'), nonce: local('nonce') };
      const check = idioms.publicKeyCheck({
        algorithm: row.algorithm,
        digest: row.digest,
        key: name(key),
        keyForm: row.key,
        signature: local('signature'),
        encoding: row.encoding,
        parts: messageParts(row.message, holes, rawIsBytes),
      });
      return {
        name: helper,
        params: [
          { name: casing('raw body'), type: rawIsBytes ? 'bytes' : 'text' },
          ...headers.map(({ words }): DraftParam => ({ name: named(words), type: 'optional-text' })),
          { name: key, type: 'text' },
        ],
        result: 'flag',
        body: [when(headers.map(({ words }) => not(local(words))).reduce(or), [giveBack(literal(false))]), ...late, ...check],
      };
    },
  };
}

/** Several signatures stand in the header while a secret is rotated: one that is right is enough. */
function anyOf(candidates: Draft, candidate: string, test: Draft): DraftStatement[] {
  return [{ kind: 'for-each', target: candidate, source: candidates, body: [when(test, [giveBack(literal(true))])] }, giveBack(literal(false))];
}

function textIn(format: Readonly<Record<string, unknown>>, key: string, otherwise: string): string {
  const value = format[key];
  return typeof value === 'string' ? value : otherwise;
}

function keyOf(recipe: RecipeRow, idioms: Idioms): Draft | null {
  switch (recipe.key) {
    case 'whsec-base64':
      return idioms.decodedSecret(name('secret'), 'base64', 'whsec_');
    case 'base64':
      return idioms.decodedSecret(name('secret'), 'base64', null);
    case 'hex':
      return idioms.decodedSecret(name('secret'), 'hex', null);
    default:
      return null;
  }
}

/** `{id}.{timestamp}.{body}`: the text around the body in one piece each, the body's bytes as they are. */
function messageParts(
  message: string,
  holes: { readonly body: Draft; readonly timestamp: Draft; readonly id: Draft; readonly nonce: Draft },
  rawIsBytes: boolean,
): HmacSpec['parts'] {
  const parts: { value: Draft; bytes: boolean }[] = [];
  let piece: Draft[] = [];
  const flush = (): void => {
    const [only] = piece;
    if (only) parts.push({ value: piece.length === 1 ? only : text(...piece), bytes: false });
    piece = [];
  };
  for (const [token] of message.matchAll(/\{\w+\}|[^{]+/g)) {
    if (token === '{body}') {
      flush();
      parts.push({ value: holes.body, bytes: rawIsBytes });
    } else if (token === '{timestamp}') piece.push(holes.timestamp);
    else if (token === '{id}') piece.push(holes.id);
    else if (token === '{nonce}') piece.push(holes.nonce);
    else piece.push(literal(token));
  }
  flush();
  return parts;
}
