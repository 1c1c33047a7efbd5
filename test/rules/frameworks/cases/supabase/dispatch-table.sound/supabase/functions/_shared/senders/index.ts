import { votes } from './votes.ts';
import { crates } from './crates.ts';

export interface Sender {
  verify(raw: string, signature: string | null | undefined): boolean;
  receive(event: Record<string, string>): Promise<void>;
}

export const senders: Record<string, Sender> = { votes, crates };
