import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import type { Place } from '../../analysis/finding.js';
import { type Attempt, DECODED, deepTraits, HEADER, HEADERS, PARSED, PAYLOAD, RAW, RE_ENCODED } from '../../analysis/value.js';
import { endpointFacts, message, request, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'parsed-body-signature',
  title: 'Signature over a body that was parsed',
  severity: 'error',
  page,

  check({ analysis, report }) {
    const seen = new Set<string>();
    const tell = (
      at: Place,
      analysed: AnalysedEndpoint | null,
      variant: 're-encoded' | 'parser-before' | 'decoded',
      spelling: string,
      parser: Place | null,
    ): void => {
      const key = `${at.path}:${at.range.start}`;
      if (seen.has(key)) return;
      seen.add(key);
      const isReEncoded = variant === 're-encoded';
      report({
        rule: 'parsed-body-signature',
        variant,
        message: message(
          variant === 'decoded'
            ? 'The signature is computed over a body that was decoded with loss: bytes above 127 do not come back.'
            : isReEncoded
              ? 'The signature is computed over a body that was parsed and serialised again.'
              : `\`${spelling}\` is given a body that was already parsed.`,
          'The provider signed the exact bytes; spaces, order and escapes differ, so genuine deliveries fail and the check gets switched off.',
          'Keep the raw bytes of the request and verify those.',
        ),
        at,
        because: parser ? [{ message: 'The body is parsed here', at: parser }] : [],
        certainty: 'proven',
        endpoints: analysed ? [analysed.endpoint.route] : [],
        remedies: analysed ? [request('read-raw-body', { endpoint: endpointFacts(analysed), use: at.range, kind: variant, parser, place: at })] : [],
      });
    };
    for (const analysed of analysis.endpoints) {
      for (const attempt of analysed.evaluated.run.attempts.values()) {
        if (attempt.proofs.length === 0) continue;
        if (attempt.hash?.reEncodedAt)
          tell(
            attempt.hash.reEncodedAt,
            analysed,
            attempt.hash.message & RE_ENCODED ? 're-encoded' : attempt.hash.message & DECODED ? 'decoded' : 'parser-before',
            attempt.spelling,
            null,
          );
        else if (attempt.kind === 'call' && attempt.body) {
          const traits = deepTraits(attempt.body);
          if (traits & RE_ENCODED) tell(attempt.at, analysed, 're-encoded', attempt.spelling, null);
          else if (traits & PARSED && !(traits & RAW) && attempt.needsRaw) tell(attempt.at, analysed, 'parser-before', attempt.spelling, attempt.body.at);
        }
      }
    }
    for (const attempt of analysis.detached)
      if (attempt.hash?.reEncodedAt && attempt.hash.message & RE_ENCODED && !isSignedWithin(attempt))
        tell(attempt.hash.reEncodedAt, null, 're-encoded', attempt.spelling, null);
  },
});

/** `{ ...state, sig }`: who signs what it has written out itself, and keeps the signature in it, writes it the same way again. */
function isSignedWithin({ left, right }: Attempt): boolean {
  const sent = [left, right].find((one) => one !== null && one.value.hash === null);
  if (!sent) return false;
  const traits = deepTraits(sent.value);
  return (traits & (PARSED | PAYLOAD)) !== 0 && (traits & (HEADER | HEADERS)) === 0;
}
