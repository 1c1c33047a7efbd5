import { type Result, err, ok } from 'neverthrow';
import { glazes } from '../glazes';
import { verifyGlaze } from './verify-glaze';

interface Input {
  headers: Record<string, string>;
  rawBody: Buffer;
}

export async function receiveGlaze({ headers, rawBody }: Input): Promise<Result<string, 'forged'>> {
  const verified = verifyGlaze(rawBody, headers);
  if (verified.isErr()) return err('forged');
  await glazes.insertOne({ colour: verified.value.colour });
  return ok('stored');
}
