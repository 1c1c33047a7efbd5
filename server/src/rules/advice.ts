/** What to check instead, by sender. */
import type { AnalysedEndpoint } from '../analysis/analyse.js';
import type { ProviderRow } from '../knowledge/rows.js';

/** The provider decides what to do: not every scheme is a signature. */
export function advice(analysed: AnalysedEndpoint): string {
  const { provider } = analysed.evidence;
  if (provider === null) return 'Verify an HMAC over the raw body before anything else, and answer 401 when it does not match.';
  const open = provider.leavesBodyOpen && provider.scheme !== 'none' ? ' It does not cover the body: fetch the object from its API and act on that.' : '';
  const isUnsigned = provider.hasUnsignedToo && !analysed.evidence.isSchemeSeen;
  const unsigned = isUnsigned ? ' Where it signs nothing, take only the id and fetch the object from its API.' : '';
  return `${proofOf(provider)}${open}${unsigned}`;
}

function proofOf(provider: ProviderRow): string {
  const header = provider.signatureHeader ? ` (${provider.signatureHeader})` : '';
  switch (provider.scheme) {
    case 'shared-token':
      return `Compare ${provider.name}'s token${header} in constant time with yours, and answer 401 when it differs.`;
    case 'basic-auth':
      return `Check the user and password that ${provider.name} sends, in constant time.`;
    case 'jwt':
      return `Verify the token that ${provider.name} sends${header}: signature, audience, issuer and expiry.`;
    case 'none':
      return `${provider.name} signs nothing: take only the id from the delivery and fetch the object from its API.`;
    case 'certificate':
      return `Verify ${provider.name}'s signature${header} with a certificate that comes from its own host or leads to its own root, never from a URL as it was sent.`;
    case 'ed25519':
    case 'ecdsa':
    case 'rsa':
      return `Verify ${provider.name}'s signature${header} with its public key over the raw body first, and answer 4xx when it does not match.`;
    default:
      return `Verify ${provider.name}'s signature${header} over ${signedBy(provider)} first, and answer 4xx when it does not match.`;
  }
}

function signedBy({ recipe }: ProviderRow): string {
  if (recipe === null || recipe.message.includes('{body}')) return 'the raw body';
  if (recipe.message.includes('{sortedFormParams}')) return 'the URL and the form fields';
  return recipe.message.includes('{url}') ? 'the URL with the hash of the raw body' : 'what it signs';
}
