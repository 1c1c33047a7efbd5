/** Values for parameters that are known by their names alone: of helpers seen by themselves, of handlers outside any router. */
import type { Pattern } from '../../ir/model.js';
import { sourceTrail } from '../flow/trail.js';
import { ANY, assumedBody, FALSE, HEADER, HEADERS, PAYLOAD, RAW, REQUEST, SECRET, SIGNATURE, TRUE, unknown, type Value, value } from '../value.js';
import { soundsSecret } from '../words.js';

export function valueByName(name: string, depth = 3): Value {
  if (/^_?(req|request)$/i.test(name)) return value({ traits: REQUEST, truth: ANY });
  if (/^(ctx|context|c)$/.test(name)) return value({ traits: REQUEST });
  if (/headers$/i.test(name)) return value({ traits: HEADERS, truth: TRUE });
  if (/signature|sig$|hmac|digest|header|token/i.test(name) && !soundsSecret(name))
    return value({ traits: HEADER | SIGNATURE, field: name.toLowerCase(), truth: TRUE | FALSE });
  if (soundsSecret(name) || /^key$/i.test(name)) return value({ traits: SECRET });
  if (/^raw|raw_?body|rawbody|buffer|bytes/i.test(name)) return value({ traits: RAW | PAYLOAD, truth: TRUE, trail: sourceTrail(name, PAYLOAD) });
  if (/body|payload|data|message|content/i.test(name))
    return depth === 3
      ? value({ name: assumedBody, traits: RAW | PAYLOAD, truth: TRUE, trail: sourceTrail(name, PAYLOAD) })
      : value({ traits: PAYLOAD, truth: TRUE, trail: sourceTrail(name, PAYLOAD) });
  return unknown;
}

/** A destructured parameter: `{ headers, body }`, `{ input: { headers, body } }`. */
export function valueOfPattern(pattern: Pattern, bodyIsExact: boolean, depth = 3): Value {
  if (pattern.kind === 'bind')
    return bodyIsExact || !/^(body|payload|data)$/i.test(pattern.name)
      ? valueByName(pattern.name)
      : value({ traits: PAYLOAD, truth: TRUE, trail: sourceTrail(pattern.name, PAYLOAD) });
  if (pattern.kind !== 'fields' || depth === 0) return unknown;
  const fields = new Map<string, Value>();
  for (const field of pattern.fields) {
    if (field.key === null) continue;
    fields.set(
      field.key,
      field.target.kind === 'fields'
        ? valueOfPattern(field.target, bodyIsExact, depth - 1)
        : valueOfPattern({ ...field.target, ...(field.target.kind === 'bind' ? { name: field.key } : {}) } as Pattern, bodyIsExact, depth - 1),
    );
  }
  return value({ fields, truth: TRUE });
}

/** The names a parameter list gives, however deep. */
export function namesIn(pattern: Pattern, depth = 3): string[] {
  if (pattern.kind === 'bind') return [pattern.name];
  if (pattern.kind !== 'fields' || depth === 0) return [];
  return pattern.fields.flatMap((field) => (field.target.kind === 'bind' && field.key !== null ? [field.key] : namesIn(field.target, depth - 1)));
}
