import type { Readable } from 'node:stream';

export async function gather(readable: Readable) {
  const chunks = [];
  for await (const chunk of readable) { // want unbounded-payload "gathers the body to its end"
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  }
  return Buffer.concat(chunks);
}
