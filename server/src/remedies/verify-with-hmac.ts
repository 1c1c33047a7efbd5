/** The signature checked by the provider's own recipe, with nothing but what the language brings. Static tokens are compared. */
import type { RemedyRequest } from '../analysis/finding.js';
import { providerById } from '../knowledge/index.js';
import type { ProviderRow } from '../knowledge/rows.js';
import { call, declare, name, not, or, when } from '../languages/draft.js';
import { declarePackage } from './declarations.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import { schemeOf, unsupported } from './provider-scheme.js';
import type { Offer, Remedy } from './remedy.js';
import type { Repair } from './repair.js';
import { canVerify, checkOf, putFirst, rawBodyOf, refuseSecondTime, secretOf } from './verify.js';

export const verifyWithHmac: Remedy = {
  id: 'verify-with-hmac',
  offers(request) {
    const facts = new Facts(request);
    const endpoint = facts.optionalEndpoint();
    const provider = chosen(request);
    if (provider?.scheme === 'shared-token')
      return endpoint?.handler ? [{ id: 'verify-with-hmac', title: `Check the secret token (${shortName(provider)})`, safety: 'review' }] : [];
    if (!canVerify(endpoint)) return [];
    if (provider)
      return unsupported(provider) === null
        ? [{ id: 'verify-with-hmac', title: `Verify ${schemeName(provider)} (${shortName(provider)})`, safety: 'review' }]
        : [];
    return unknownSender();
  },
  write(request, offer, _, repair) {
    const provider = providerOf(request, offer);
    if (provider.scheme === 'shared-token') checkToken(request, provider, repair);
    else checkSignature(request, provider, repair);
  },
};

function unknownSender(): Offer[] {
  return ['standard-webhooks', 'generic-hmac'].flatMap((id): Offer[] => {
    const provider = providerById(id);
    return provider
      ? [{ id: `verify-with-hmac:${id}`, title: `Verify with ${id === 'generic-hmac' ? 'HMAC-SHA256' : shortName(provider)}`, safety: 'sketch' }]
      : [];
  });
}

function chosen(request: RemedyRequest): ProviderRow | undefined {
  const facts = new Facts(request);
  const id = facts.text('scheme') ?? facts.text('provider') ?? facts.optionalEndpoint()?.provider ?? undefined;
  if (id === undefined || id === 'generic-hmac') return undefined;
  const own = facts.optionalEndpoint()?.ownProvider;
  return own?.id === id ? own : providerById(id);
}

function providerOf(request: RemedyRequest, offer: string): ProviderRow {
  const id = offer.split(':')[1];
  return (id === undefined ? chosen(request) : providerById(id)) ?? decline('The provider of these deliveries is not known.');
}

export function shortName(provider: ProviderRow): string {
  return provider.name.replace(/ \([^)]*\)$/, '');
}

function schemeName(provider: ProviderRow): string {
  const names = { ed25519: 'the Ed25519 signature', ecdsa: 'the ECDSA signature', rsa: 'the RSA signature' };
  return provider.publicKey ? names[provider.publicKey.algorithm] : `with HMAC-${digestName(provider)}`;
}

function digestName(provider: ProviderRow): string {
  return (provider.recipe?.digest ?? 'sha256').toUpperCase().replace(/^SHA-?(\d+)$/, 'SHA$1');
}

function checkSignature(request: RemedyRequest, provider: ProviderRow, repair: Repair): void {
  const check = checkOf(repair, new Facts(request).endpoint());
  const { editor } = check.handler;
  const needed = provider.publicKey ? editor.idioms.publicKeyPackage : null;
  if (needed !== null) declarePackage(repair, editor.path, { package: needed, version: null });
  const scheme = schemeOf(provider);
  const words = provider.id === 'generic-hmac' ? 'is genuine delivery' : `is genuine ${provider.id.replace(/[^a-z0-9]+/g, ' ')} delivery`;
  refuseSecondTime(check, words);
  const { secret, statements } = secretOf(check, provider);
  const raw = rawBodyOf(repair, check);
  const helper = editor.helper(words, (local) => scheme.build(local, raw.isBytes, editor.idioms, editor, (text) => editor.writer.casing(text)));
  // One header is read in place; several have names, or the line would be long.
  const named =
    scheme.headers.length > 1
      ? scheme.headers.map(({ words, header }) => ({ local: editor.local(words === 'id' ? 'delivery id' : words, `webhook ${words}`), header }))
      : [];
  const sent = named.length > 0 ? named.map(({ local }) => name(local)) : scheme.headers.map(({ header }) => check.header(header));
  const accepted = call(name(helper), raw.value, ...sent, secret);
  const refused = raw.missing === null ? not(accepted) : or(raw.missing, not(accepted));
  putFirst(
    check,
    [
      ...statements,
      ...raw.before,
      ...named.map(({ local, header }) => declare(local, check.header(header))),
      when(refused, check.refuse(401, 'Invalid signature.')),
      ...raw.adopt(null),
    ],
    raw.at,
  );
}

/** A shared token covers no bytes of the body; what can be done is not to give it away by timing. */
function checkToken(request: RemedyRequest, provider: ProviderRow, repair: Repair): void {
  const check = checkOf(repair, new Facts(request).endpoint());
  const { editor } = check.handler;
  if (provider.signatureHeader === null) decline(`${provider.name} sends its token in the body.`);
  const { secret, statements } = secretOf(check, provider);
  const same = editor.idioms.same(check.header(provider.signatureHeader), secret, 'anything', editor);
  putFirst(check, [...statements, when(not(same), check.refuse(401, 'Invalid token.'))]);
}
