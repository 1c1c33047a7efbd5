import { crates } from './crates';
import { pallets } from './pallets';

export interface Sender {
  verify(raw: string, signature: string | null | undefined): boolean;
  receive(event: Record<string, string>): Promise<void>;
}

export const senders: Record<string, Sender> = { crates, pallets };
