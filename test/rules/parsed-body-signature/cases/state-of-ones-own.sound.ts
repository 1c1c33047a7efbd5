import { createHmac, timingSafeEqual } from 'node:crypto';

interface State {
  readonly moor: string;
  readonly until: number;
}

export function signState(state: State, key: string): string {
  const signature = createHmac('sha256', key).update(JSON.stringify(state)).digest('base64url');
  return JSON.stringify({ ...state, signature });
}

export function verifyState(raw: string, key: string): State | null {
  const { signature, ...state } = JSON.parse(raw) as State & { signature: string };
  const mine = Buffer.from(createHmac('sha256', key).update(JSON.stringify(state)).digest('base64url'));
  const theirs = Buffer.from(signature);
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return null;
  return state.until > Date.now() ? state : null;
}
