/** Whose deliveries an endpoint takes; where that is not known, the convention that the code of the handler speaks of. */
import type { EndpointSummary } from '../../analysis/endpoint-summary.js';
import type { Module } from '../../ir/model.js';
import { providerById } from '../../knowledge/index.js';
import type { ProviderRow, RecipeRow } from '../../knowledge/rows.js';
import { decline } from '../decline.js';
import type { RemedySource } from '../repair.js';
import { expressionsOf } from '../walk.js';

export function senderOf(endpoint: EndpointSummary, source: RemedySource): ProviderRow {
  const known = endpoint.provider === null ? undefined : providerById(endpoint.provider);
  if (known !== undefined && known.isConvention !== true) return known;
  if (endpoint.provider !== null && known === undefined) return decline('How the sender of these deliveries signs is not known here.');
  const module = source.module(endpoint.handler?.path ?? endpoint.at.path);
  const standard = providerById('standard-webhooks');
  const generic = providerById('generic-hmac');
  if (module === undefined || standard === undefined || generic === undefined) return decline('The handler cannot be read.');
  const words = wordsIn(module);
  if (['webhook-id', 'webhook-signature'].every((header) => words.has(header))) return standard;
  return { ...generic, recipe: generic.recipe && asWritten(generic.recipe, generic.headers, words) };
}

/** A plain HMAC in the header, the prefix and the encoding that the handler's file names. */
function asWritten(recipe: RecipeRow, headers: readonly string[], words: ReadonlySet<string>): RecipeRow {
  const said = [...words];
  const header = headers.find((one) => words.has(one)) ?? said.find((word) => /^x-[a-z0-9-]*(?:signature|hmac)[a-z0-9-]*$/.test(word)) ?? recipe.signature.name;
  return {
    ...recipe,
    encoding: said.some((word) => word === 'base64' || word.startsWith('b64')) ? 'base64' : recipe.encoding,
    signature: { ...recipe.signature, name: header, format: { ...recipe.signature.format, prefix: words.has('sha256=') ? 'sha256=' : '' } },
  };
}

/** Texts of the file, and names of what it calls, in lower case. */
function wordsIn(module: Module): Set<string> {
  const words = new Set<string>();
  for (const fn of module.functions.slice(0, 1).concat(module.functions.filter((one) => one.owner === 0))) {
    for (const { expr } of expressionsOf(module, fn)) {
      if (expr.kind === 'literal' && typeof expr.value === 'string' && expr.value.length < 60) words.add(expr.value.toLowerCase());
      if (expr.kind === 'member') words.add(expr.property.toLowerCase());
    }
  }
  return words;
}
