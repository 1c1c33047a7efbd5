export async function settle(event: { id: string }) {
  await fetch(`https://stock.internal/${Number(event.id)}`, { method: 'POST' });
  await fetch(`https://billing.internal/${Number(event.id)}`, { method: 'POST' });
  await fetch(`https://search.internal/${Number(event.id)}`, { method: 'PUT' });
}
