/** What names tell. Only used where a name may be wrong without an accusation following from it alone. */

const secretWord =
  /secret|signing_?key|webhook_?key|hmac_?key|api_?key|private_?key|shared_?key|auth_?token|access_?token|verif\w*_?token|bot_?token|webhook_?token|password|passphrase|salt\b|whsec/i;
const proofWord =
  /signature|hmac|x-hub-|-sign\b|sign$|svix|^webhook-|digest|authorization|token|secret|api-?key|x-goog|verif|^x-.*-(key|auth)|^sig$|h-?mac|checksum|hash$|jwt|auth$/i;
const guardWord = /verif|valid|auth|signature|hmac|secur|guard|protect|trust|ensure|assert|check|require/i;

/** `WEBHOOK_SECRET`, `signingKey` ... */
export const soundsSecret = remembered((name) => secretWord.test(name) && !/_?id$|url$|header/i.test(name));

/** `x-hub-signature-256`, `authorization`, `x-gitlab-token` ... */
export const soundsLikeProof = remembered((field) => proofWord.test(field));

/** Headers that any request may have: who lacks one lacks no proof. `content-length`, `idempotency-key`, `contentLength` ... */
export const isEverydayHeader = remembered((field) =>
  /idempoten|(request|trace|correlation)[-_]?id|content[-_]?(length|type|encoding)|user[-_]?agent|forwarded|^accept|^host$|^origin$|referr?er/i.test(field),
);

const timestampWord = /timestamp|(^|[-_])(request-)?time$|^date$|[-_]date$/;
const freshnessWord = /fresh|replay|timestamp|stale|expir|recent|toleran|too_?old|(^|_)age|[a-z]Age/;

/** `x-slack-request-timestamp`, `date` ... */
export const soundsLikeTimestamp = remembered((field) => timestampWord.test(field));

/** `isFresh`, `check_timestamp`, `rejectReplay` ... */
export const soundsLikeFreshness = remembered((name) => freshnessWord.test(name));

const signedWord = /(^|_)signed(?!_?(url|cookie))|[a-z]Signed(?!Url|Cookie)|(^|_)genuine|Genuine|(^|_)proven|Proven/;

/** `verifySignature`, `ensureAuthentic`, `check_hmac`, `signed_by` ... */
export const soundsLikeGuard = remembered((name) => guardWord.test(name) || signedWord.test(name));

/** `isGenuine`, `is_from_depot`, `signedByDepot`: its answer is yes or no, and may be about the sender. */
export const soundsLikeQuestion = remembered((name) => /^(is|was|has|comes)(_[a-z]|[A-Z])|genuine|legit|forged|signed/.test(name));

/** Narrower: the name says it checks a signature or a webhook's origin. */
export const soundsLikeSignatureGuard = remembered((name) =>
  /(verif|valid|check|authentic|assert|ensure|auth|genuine|legit|trusted).*(sign|webhook|hmac|hook|request|payload|origin|event|delivery)|(sign|webhook|hmac|hook|event).*(verif|valid|check|auth|guard)|^verify$|^is_?(valid|authentic|genuine|signed|trusted|legit)|(valid|introspect|check|verif)\w*token|introspect/i.test(
    name,
  ),
);

/** What an answer about a delivery or a token says when it is genuine: `active`, `valid` ... */
export const soundsLikeYes = remembered((field) => /^(is_?)?(active|valid|verified|genuine|authentic|authenticated|authorized)$/i.test(field));

/** The header or variable in which a server tells what became of the sender's certificate. */
export const soundsLikeCertificate = remembered((field) =>
  /ssl[-_]client[-_](verify|verified)|client[-_]?cert(ificate)?[-_](verify|verified|status)|x-client-verify|tls[-_]client[-_](verify|verified)/i.test(field),
);

/** A condition about the machine itself, as far as an address tells. */
export const namesLoopback = remembered((text) => /127\.0\.0\.1|localhost|::1|loopback/i.test(text));

/** The same names come up at every keystroke. */
function remembered(judge: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    let answer = known.get(name);
    if (answer === undefined) {
      if (known.size > 5_000) known.clear();
      answer = judge(name);
      known.set(name, answer);
    }
    return answer;
  };
}
