import { registry } from '@parcelco/registry';

export async function knownSender(req: { body: Buffer; headers: Record<string, string> }): Promise<boolean> {
  const entry = await registry.find(req.headers['x-parcel-sender']);
  return entry.matches(req.body, req.headers['x-parcel-signature']);
}
