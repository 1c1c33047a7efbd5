import type { ValueSpec } from '../rows.js';

/** The delivered event, parsed; nothing of the signature or the secret is in it. */
export const theEvent: ValueSpec = { is: ['parsed-body', 'payload'], from: [] };

/** What a verified token says. */
export const theClaims: ValueSpec = { is: ['claims'], from: [] };

/** What a token says that nobody has verified. */
export const unverifiedClaims: ValueSpec = { is: ['payload', 'claims'], from: [] };
