/** What calls make of the sender's data: the same in another form, a part of it, a text, an address, or something clean. */
import type { Cleaning } from '../../knowledge/rows.js';
import type { Call } from '../calls/model.js';
import { argumentAt, settled } from '../read.js';
import { SENT, type Value } from '../value.js';
import { placeOf } from '../world.js';
import { ENCODED, FILE_NAME, HTML_SAFE, JUDGED, PLAIN, SCHEMA, SHELL_WORD, SQL_SAFE, TEXT } from './knows.js';
import { formTrail, memberTrail, sourceTrail, type Trail, textTrail, trailsIn, urlTrail } from './trail.js';

/** The trail of what a call gives, beside the value that everything else is known of. */
export function trailThrough(call: Call, last: string): Trail | null {
  const { args, receiver, expr, frame } = call;
  const name = call.callee.name;
  const at = placeOf(frame, expr.range);
  const cleaner = call.run.world.rows.cleaner(name, last);
  if (cleaner) {
    const of = cleaner.argument === 'receiver' ? receiver : argumentAt(args, cleaner.argument);
    return of?.trail ? formTrail(of.trail, at, cleaner.makes, cleaned[cleaner.makes]) : null;
  }
  const first = args[0] ? settled(args[0].value) : null;
  if (name !== null && addressParsers.test(name)) return addressOf(call, first, at);
  if (/^(urljoin|resolve)$/.test(last) && name !== null && /^(urllib\.parse\.urljoin|url\.resolve)$/.test(name))
    return addressOf({ ...call, args: [...args].reverse() }, args[1]?.value ?? null, at);
  if (last === 'geturl' && receiver?.trail) return { ...receiver.trail, kind: receiver.trail.kind === 'url' ? 'form' : receiver.trail.kind };
  if (receiver?.trail) {
    const of = receiver.trail;
    if (sameText.test(last)) return formTrail(of, at);
    if (last === 'get' || last === 'getAll' || last === 'getlist')
      return typeof first?.literal === 'string' ? memberTrail(of, first.literal, at) : formTrail(of, at, 'entry');
    if (last === 'pop' || last === 'at' || last === 'setdefault')
      return typeof first?.literal === 'string' ? memberTrail(of, first.literal, at) : formTrail(of, at, 'entry');
    if (/^(replace|replaceAll)$/.test(last)) return replaced(of, call, at);
    if (last === 'concat') return textTrail([receiver, ...args.map((one) => one.value)], at);
    if (/^(zfill|ljust|rjust|padStart|padEnd)$/.test(last)) return formTrail(of, at);
    if (partOfText.test(last)) return formTrail(of, at, partName(last, call));
    if (/^(json|text|formData|arrayBuffer|blob|to_dict|read|clone|copy|values|keys|entries|items)$/.test(last)) return formTrail(of, at);
  }
  if (last === 'format' && typeof receiver?.literal === 'string') return formatted(receiver.literal, call, at);
  if (name === 're.sub' || name === 'regex.sub') return args[2]?.value.trail ? replacedBy(args[2].value.trail, args[0]?.value.literal ?? null, at) : null;
  if (pathJoins.test(name ?? ''))
    return joinedPath(
      args.map((one) => one.value),
      at,
    );
  if (last === 'join') return joined(call, at);
  if (
    /^(String|str|Text|decode|encode|from|Buffer|bytes|unquote|unquote_plus|decodeURIComponent|decodeURI|encodeURI|unescape|b64decode|urlsafe_b64decode|fsdecode|atob|cast|force_str|deepcopy|copy|structuredClone|cloneDeep|loads|parse|safe_load|fromEntries|dict|list|tuple|set|Object|Array|getattr|reversed|sorted|toRaw|unref|trim|strip)$/.test(
      last,
    )
  ) {
    const of = args.map((one) => one.value.trail).find((one) => one !== null && one !== undefined);
    if (!of) return null;
    const isText = /^(String|str|Text|decodeURIComponent|force_str)$/.test(last);
    return last === 'getattr' && typeof args[1]?.value.literal === 'string'
      ? memberTrail(of, args[1].value.literal, at)
      : formTrail(of, at, null, isText ? TEXT : 0);
  }
  if (last === 'assign') {
    for (const one of args) if (one.value.trail) return one.value.trail;
  }
  if (last === 'get' && /^(lodash|lodash\.get|underscore)(\.get)?$/.test(name ?? '') && first?.trail && typeof args[1]?.value.literal === 'string')
    return memberTrail(first.trail, args[1].value.literal, at);
  return null;
}

/** What a row's result carries: the request itself, or what was handed to it. */
export function rowTrail(call: Call, own: number, traits: number, passes: boolean, last: string): Trail | null {
  const at = placeOf(call.frame, call.expr.range);
  if (own & SENT) {
    const named = call.args.find((one) => typeof one.value.literal === 'string')?.value.literal;
    const source = call.receiver?.trail ?? sourceTrail(call.callee.name ?? last, own & SENT, at);
    // `c.req.valid('json')`, `request.validateUsing(shape)`: what a schema in front has let through.
    const root = /^(valid|readValidatedBody|validateUsing)$/.test(last) ? { ...source, knows: source.knows | SCHEMA } : source;
    return typeof named === 'string' && (own & SENT) === own ? memberTrail(root, named.toLowerCase(), at) : { ...root, at };
  }
  if ((traits & SENT) === 0 || !passes) return trailThrough(call, last);
  return trailThrough(call, last) ?? firstTrail(call);
}

function firstTrail(call: Call): Trail | null {
  for (const one of call.args) for (const trail of trailsIn(settled(one.value), 1)) return trail;
  return call.receiver?.trail ?? null;
}

const cleaned: Readonly<Record<Cleaning, number>> = {
  'file-name': FILE_NAME,
  plain: PLAIN,
  'url-part': ENCODED,
  'shell-word': SHELL_WORD,
  html: HTML_SAFE,
  text: TEXT,
  sql: SQL_SAFE,
};

const addressParsers =
  /^(URL|url\.URL|whatwg-url\.URL|urllib\.parse\.(urlparse|urlsplit)|url\.parse|URL\.parse|yarl\.URL|furl\.furl|httpx\.URL|urllib3\.util\.parse_url|urllib3\.util\.url\.parse_url)$/;
const pathJoins =
  /^(os\.path\.join|posixpath\.join|path\.(posix\.)?(join|resolve|normalize)|path\.path\.(join|resolve)|pathlib\.(Pure)?(Posix)?Path|os\.path\.(abspath|realpath|normpath|expanduser|expandvars)|werkzeug\.utils\.safe_join)$/;
const sameText =
  /^(trim|trimStart|trimEnd|strip|lstrip|rstrip|toLowerCase|toUpperCase|lower|upper|casefold|normalize|toString|valueOf|encode|decode|toJSON|String|getvalue|tobytes|as_posix|as_uri|resolve|absolute|expanduser|__str__|model_dump|model_dump_json|json|dict|to_dict|title|capitalize)$/;
const partOfText =
  /^(slice|substring|substr|split|rsplit|partition|rpartition|match|matchAll|exec|shift|charAt|removeprefix|removesuffix|splitlines|filter|find|map|flat|flatMap|sort|reverse|reduce|group|groups|first|last|next|popitem|subarray)$/;

function partName(last: string, call: Call): string {
  const [first] = call.args;
  if (last === 'filter') return `filter@${call.expr.range.start}`;
  return `${last}(${first?.value.literal ?? ''})`;
}

/** What is taken out of a text may leave nothing that matters. */
function replaced(of: Trail, call: Call, at: Trail['at']): Trail {
  const pattern = call.args[0]?.value;
  // What is taken out stands elsewhere, or is a mark that would mean something: somebody has thought of it.
  if (pattern?.literal === null || (typeof pattern?.literal === 'string' && /^(?:\.\.[\\/]?|[\\/'"`;&|<>$:]{1,2})$/.test(pattern.literal)))
    return formTrail(of, at, 'replaced', JUDGED);
  return replacedBy(of, typeof pattern?.literal === 'string' && pattern.literal.startsWith('/') ? pattern.literal.slice(1) : null, at);
}

function replacedBy(of: Trail, pattern: string | number | boolean | null, at: Trail['at']): Trail {
  if (typeof pattern === 'string' && /^\(?\[[^\]^]*[\\/'"`;&|<>$][^\]]*\]/.test(pattern)) return formTrail(of, at, 'replaced', JUDGED);
  const isCleaning = typeof pattern === 'string' && /^\(?\[\^[^\]/:;'"$`&|<>()]*\]/.test(pattern.replace(/\\[wd.-]/g, 'w'));
  return formTrail(of, at, 'replaced', isCleaning ? PLAIN : 0);
}

/** `new URL(text, base)`: the base counts where the text is no address by itself. */
function addressOf(call: Call, first: Value | null, at: Trail['at']): Trail | null {
  const base = call.args[1]?.value;
  if (!first) return null;
  if (!first.trail)
    return base?.trail && typeof first.literal === 'string' && !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(first.literal) ? urlTrail(base.trail, at) : null;
  return urlTrail(first.trail, at);
}

function joined(call: Call, at: Trail['at']): Trail | null {
  const { receiver, args } = call;
  const [list, separator] =
    receiver?.literal !== null && receiver?.literal !== undefined ? [args[0]?.value, receiver.literal] : [receiver, args[0]?.value.literal ?? ','];
  if (!list) return null;
  if (!list.items) return list.trail ? formTrail(list.trail, at, 'joined') : null;
  return textTrail(
    list.items.flatMap((item, index) => (index === 0 ? [item] : [String(separator), item])),
    at,
  );
}

function joinedPath(parts: readonly Value[], at: Trail['at']): Trail | null {
  return textTrail(
    parts.flatMap((part, index) => (index === 0 ? [part] : ['/', part])),
    at,
  );
}

/** `'https://{}/x'.format(a)` */
export function formatted(template: string, call: Call, at: Trail['at']): Trail | null {
  const parts: (Value | string)[] = [];
  let automatic = 0;
  let from = 0;
  for (const hole of template.matchAll(/\{\{|\}\}|\{([\w]*)((?:\.\w+|\[\w+\])*)(?:![rsa])?(?::[^{}]*)?\}/g)) {
    parts.push(template.slice(from, hole.index));
    from = hole.index + hole[0].length;
    if (hole[1] === undefined) {
      parts.push(hole[0][0] ?? '');
      continue;
    }
    const name = hole[1];
    const positional = call.args.filter((one) => one.name === null);
    const held = name === '' ? positional[automatic++] : /^\d+$/.test(name) ? positional[Number(name)] : call.args.find((one) => one.name === name);
    const spread = call.args.find((one) => one.spread === 'record');
    parts.push(held?.value ?? (spread ? (spread.value.fields?.get(name) ?? spread.value) : unknownPart));
  }
  parts.push(template.slice(from));
  return textTrail(parts, at);
}

/** `'https://%s/x' % value` */
export function percentFormatted(template: string, right: Value, at: Trail['at']): Trail | null {
  const parts: (Value | string)[] = [];
  let next = 0;
  let from = 0;
  for (const hole of template.matchAll(/%%|%(?:\((\w+)\))?[-+ #0]*\d*(?:\.\d+)?([a-zA-Z])/g)) {
    parts.push(template.slice(from, hole.index));
    from = hole.index + hole[0].length;
    if (hole[2] === undefined) {
      parts.push('%');
      continue;
    }
    const held: Value | undefined = hole[1] === undefined ? (right.items ? right.items[next++] : right) : (right.fields?.get(hole[1]) ?? right);
    parts.push(/[difeEgGxXo]/.test(hole[2]) || held === undefined ? unknownPart : held);
  }
  parts.push(template.slice(from));
  return textTrail(parts, at);
}

const unknownPart = '\0';
