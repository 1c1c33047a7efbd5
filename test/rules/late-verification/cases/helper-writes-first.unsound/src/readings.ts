import { Pool } from 'pg';

const pool = new Pool();

export async function saveReading(meter: string, kwh: number) {
  await pool.query('insert into readings (meter, kwh) values ($1, $2)', [meter, kwh]);
}
