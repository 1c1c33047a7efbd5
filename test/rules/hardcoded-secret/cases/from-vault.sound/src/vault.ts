import { SecretManagerServiceClient } from '@google-cloud/secret-manager';

const client = new SecretManagerServiceClient();

export async function secret(name: string): Promise<string> {
  const [version] = await client.accessSecretVersion({ name: `projects/parcels/secrets/${name}/versions/latest` });
  const text = version.payload?.data?.toString();
  if (!text) throw new Error(`the secret ${name} is empty`);
  return text;
}
