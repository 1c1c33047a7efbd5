const done = new Map<string, Date>();

export async function once(id: string, work: () => Promise<void>): Promise<void> {
  if (done.has(id)) return; // want racy-idempotency "`done.has` remembers deliveries in this process only"
  await work();
  done.set(id, new Date());
}
