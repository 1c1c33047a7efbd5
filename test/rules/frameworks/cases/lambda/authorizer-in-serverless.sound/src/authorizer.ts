import { timingSafeEqual } from 'node:crypto';
import type { APIGatewayRequestAuthorizerEvent } from 'aws-lambda';

export async function check(event: APIGatewayRequestAuthorizerEvent) {
  const kept = Buffer.from(process.env.LARK_TOKEN!);
  const sent = Buffer.from(event.headers?.['x-lark-token'] ?? '');
  const isAllowed = kept.length === sent.length && timingSafeEqual(kept, sent);
  return policy(isAllowed ? 'Allow' : 'Deny', event.methodArn);
}

function policy(effect: 'Allow' | 'Deny', resource: string) {
  return {
    principalId: 'larks',
    policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect: effect, Resource: resource }] },
  };
}
