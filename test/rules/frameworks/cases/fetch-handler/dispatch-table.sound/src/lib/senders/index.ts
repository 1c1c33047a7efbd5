import { pipes } from './pipes';
import { crates } from './crates';

export interface Sender {
  verify(raw: string, signature: string | null | undefined): boolean;
  receive(event: Record<string, string>): Promise<void>;
}

export const senders: Record<string, Sender> = { pipes, crates };
