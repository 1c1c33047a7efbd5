import { firings } from '../firings';
import { isGenuine } from './genuine';

export async function handleKilnWebhook(rawBody: string, headers: Record<string, string>): Promise<{ status: number }> {
  if (!isGenuine(rawBody, headers['x-kiln-signature'])) return { status: 401 };
  const firing = JSON.parse(rawBody) as { id: string; degrees: number };
  await firings.insertOne(firing);
  return { status: 204 };
}
