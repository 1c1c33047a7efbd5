import { sql } from './sql';

export async function once(id: string, work: () => Promise<void>): Promise<void> {
  const taken = await sql.query('INSERT INTO done (id) VALUES ($1) ON CONFLICT (id) DO NOTHING RETURNING id', [id]);
  if (taken.rows.length === 0) return;
  await work();
}
