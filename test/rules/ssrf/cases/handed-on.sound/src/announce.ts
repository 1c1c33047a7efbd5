import axios from 'axios';

const rooms = { sales: 'https://chat.example/sales', support: 'https://chat.example/support' };

export async function announce({ kind, room }: { kind: string; room: 'sales' | 'support' }): Promise<void> {
  await axios.post(rooms[room] ?? rooms.sales, { text: `${kind} happened` });
}
