import { type Result, ok } from 'neverthrow';
import { glazes } from '../glazes';
import { verifyGlaze } from './verify-glaze';

interface Input {
  headers: Record<string, string>;
  rawBody: Buffer;
}

export async function receiveGlaze({ headers, rawBody }: Input): Promise<Result<string, 'forged'>> {
  const verified = verifyGlaze(rawBody, headers);
  const { colour } = JSON.parse(rawBody.toString('utf8'));
  if (verified.isErr()) console.warn('a forged glaze', colour); // want fail-open-verification "does not stop the handler"
  await glazes.insertOne({ colour });
  return ok('stored');
}
