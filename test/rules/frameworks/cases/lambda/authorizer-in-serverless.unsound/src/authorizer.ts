import type { APIGatewayRequestAuthorizerEvent } from 'aws-lambda';

export async function check(event: APIGatewayRequestAuthorizerEvent) {
  const isAllowed = event.headers?.['x-lark-token'] === process.env.LARK_TOKEN; // want weak-signature-comparison "constant time" want fail-open-verification "not set"
  return policy(isAllowed ? 'Allow' : 'Deny', event.methodArn);
}

function policy(effect: 'Allow' | 'Deny', resource: string) {
  return {
    principalId: 'larks',
    policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect: effect, Resource: resource }] },
  };
}
