export async function tell(event: { subscribers: number[] }) {
  for (const one of event.subscribers) await fetch(`https://hub.internal/tell/${Number(one)}`, { method: 'POST' });
}
