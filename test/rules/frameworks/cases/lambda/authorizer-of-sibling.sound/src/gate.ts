export async function handler(event: { headers: Record<string, string>; methodArn: string }) {
  if (event.headers['x-gate-key'] === undefined) throw new Error('Unauthorized');
  return { isAuthorized: true };
}
