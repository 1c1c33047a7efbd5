import { clients } from './clients';

// This library is given the parsed body and serialises it itself.
export async function checked(body: string, signature: string, secret: string) {
  return await clients().webhooks.constructEvent({ payload: JSON.parse(body), sigHeader: signature, secret });
}
