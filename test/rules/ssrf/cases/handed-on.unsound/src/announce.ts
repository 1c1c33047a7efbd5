import axios from 'axios';

export async function announce({ kind, notify_url: target }: { kind: string; notify_url: string }): Promise<void> {
  await axios.post(target, { text: `${kind} happened` });
}
