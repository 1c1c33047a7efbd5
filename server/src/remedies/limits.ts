/** How much a repair lets through: more than nearly any sender delivers. */
import { literal, name } from '../languages/draft.js';
import type { Draft } from '../languages/writer.js';

export const bodyLimit: Draft = { kind: 'binary', op: '*', left: literal(1024), right: literal(1024) };

export const isTooLarge = (size: string): Draft => ({ kind: 'binary', op: '>', left: name(size), right: bodyLimit });
