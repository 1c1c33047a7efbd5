import { timingSafeEqual } from 'node:crypto';

type Callback = (error: string | null, policy?: object) => void;

function policy(effect: 'Allow' | 'Deny', resource: string) {
  return { principalId: 'finches', policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect: effect, Resource: resource }] } };
}

export const handler = (event: { headers: Record<string, string>; methodArn: string }, _context: unknown, callback: Callback) => {
  const key = process.env.FINCH_KEY;
  if (!key) return callback('Unauthorized');
  const mine = Buffer.from(key);
  const theirs = Buffer.from(event.headers['x-finch-token'] ?? '');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return callback(null, policy('Deny', event.methodArn));
  callback(null, policy('Allow', event.methodArn));
};
