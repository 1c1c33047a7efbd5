/**
 * Last names of calls whose result is the number or the moment that went in: as it was, without its sign, in seconds, in
 * milliseconds. Their argument is the receiver or the first argument.
 */
export type NumberOperation = 'same' | 'absolute' | 'seconds' | 'milliseconds';

export const numberOperations: readonly (readonly [name: string, does: NumberOperation])[] = [
  ['Number', 'same'],
  ['parseInt', 'same'],
  ['parseFloat', 'same'],
  ['BigInt', 'same'],
  ['int', 'same'],
  ['float', 'same'],
  ['floor', 'same'],
  ['ceil', 'same'],
  ['round', 'same'],
  ['trunc', 'same'],
  ['Date', 'same'],
  ['fromtimestamp', 'same'],
  ['utcfromtimestamp', 'same'],
  ['fromisoformat', 'same'],
  ['unix', 'seconds'],
  ['timestamp', 'seconds'],
  ['total_seconds', 'seconds'],
  ['getTime', 'milliseconds'],
  ['valueOf', 'milliseconds'],
  ['abs', 'absolute'],
  ['fabs', 'absolute'],
];

/** Names that stand for no limit at all. */
export const endless: ReadonlySet<string> = new Set([
  'Infinity',
  'Number.POSITIVE_INFINITY',
  'Number.MAX_SAFE_INTEGER',
  'Number.MAX_VALUE',
  'math.inf',
  'sys.maxsize',
]);
