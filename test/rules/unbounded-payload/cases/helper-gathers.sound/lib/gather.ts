import type { Readable } from 'node:stream';

const largest = 200_000;

export async function gather(readable: Readable) {
  const chunks = [];
  let total = 0;
  for await (const chunk of readable) {
    total += chunk.length;
    if (total > largest) throw new Error('too large');
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  }
  return Buffer.concat(chunks);
}
