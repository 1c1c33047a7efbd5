import { db } from '../db';

export async function recordStatus(tracking: string, status: string) {
  await db.query('update parcels set status = $1 where tracking = $2', [status, tracking]);
  await db.query('insert into parcel_history (tracking, status) values ($1, $2)', [tracking, status]);
}
