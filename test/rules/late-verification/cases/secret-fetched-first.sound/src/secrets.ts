import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

const client = new SecretsManagerClient({});
let cached: string | undefined;

export async function hookSecret(): Promise<string> {
  if (cached === undefined) {
    const answer = await client.send(new GetSecretValueCommand({ SecretId: 'prod/invoices/hook' }));
    if (!answer.SecretString) throw new Error('the hook secret is empty');
    cached = answer.SecretString;
  }
  return cached;
}
