/** What snippets of every language ask of a sender's row. */

/** The name of the setting that holds the secret, as the sender's documentation has it. */
export function secretName({ row, kind }) {
  if (kind === 'ed25519') return `${row.id.toUpperCase()}_PUBLIC_KEY`;
  return row.secretEnvNames.find((one) => !one.startsWith('NUXT_')) ?? `${row.id.toUpperCase()}_WEBHOOK_${kind === 'token' ? 'TOKEN' : 'SECRET'}`;
}

/** The headers that a delivery is judged by: the words for each, in the order in which they are read. */
export function headersOf({ row, kind, timestamp }) {
  if (kind === 'svix')
    return [
      ['id', 'svix-id'],
      ['timestamp', 'svix-timestamp'],
      ['signature', 'svix-signature'],
    ];
  const signature = [kind === 'token' ? 'token' : 'signature', row.signatureHeader];
  const time = timestamp ?? (kind === 'stripe' ? null : row.timestampHeader);
  return time === null || time === undefined ? [signature] : [signature, ['timestamp', time]];
}

/** The text in front of the body in what is signed: `v0:{timestamp}:`; null where the body alone is. */
export function signedPrefix({ row, kind, timestamp }) {
  if (timestamp !== undefined) return '{timestamp}.';
  if (kind === 'ed25519') return '{timestamp}';
  const before = row.recipe?.message.split('{body}')[0] ?? '';
  return before === '' ? null : before;
}

/** Where the id of a delivery stands, which is claimed before the work: a header, or fields of the body. */
export function idPlace({ row, kind }) {
  if (kind === 'twilio') return { field: ['MessageSid'] };
  if (kind === 'svix') return { header: 'svix-id' };
  const [, place, name] = /^(header|body)[ .](.+)$/.exec(row.eventIdPath ?? '') ?? [];
  return place === 'header' ? { header: name } : { field: (name ?? 'id').split('.') };
}

export const megabytes = (sender) => `${sender.megabytes} MB${sender.ownLimit ? ", GitHub's own limit" : ''}`;

/** How deliveries are verified, for descriptions. */
export function verifies(sender) {
  const { row, kind } = sender;
  const header = headerTitle(row.signatureHeader ?? '');
  switch (kind) {
    case 'stripe':
      return "verifies Stripe's signature and its age with the SDK, and refuses everything else";
    case 'svix':
      return "verifies the signature and its age with Svix's package, and refuses everything else; Standard Webhooks have the same scheme";
    case 'twilio':
      return 'verifies the signature over address and fields with the SDK, and refuses everything else';
    case 'token':
      return `compares ${header} in constant time, and refuses everything else`;
    case 'ed25519':
      return "verifies the Ed25519 signature and its age, answers Discord's ping, and refuses everything else";
    default:
      if (sender.isOpen)
        return sender.timestamp
          ? 'verifies an HMAC-SHA256 over timestamp and raw body, and refuses deliveries older or newer than five minutes'
          : 'verifies an HMAC-SHA256 over the raw body in constant time, and refuses everything else';
      return row.timestampHeader === null
        ? `verifies ${header} in constant time, and refuses everything else`
        : `verifies ${header} in constant time, and refuses deliveries older or newer than five minutes`;
  }
}

export function headerTitle(header) {
  return header.replace(/(^|-)\w/g, (start) => start.toUpperCase());
}
