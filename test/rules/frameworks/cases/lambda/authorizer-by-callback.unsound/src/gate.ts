type Callback = (error: string | null, policy?: object) => void;

function policy(effect: 'Allow' | 'Deny', resource: string) {
  return { principalId: 'finches', policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect: effect, Resource: resource }] } };
}

export const handler = (event: { path: string; methodArn: string }, _context: unknown, callback: Callback) => {
  if (event.path === '/') return callback('Unauthorized');
  callback(null, policy('Allow', event.methodArn));
};
