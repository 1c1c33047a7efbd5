import { prisma } from './db';

export class Parcels {
  async change(changes: Record<string, unknown>) {
    const data = { ...changes, changedAt: new Date() };
    await prisma.parcel.update({ where: { number: Number(changes.number) }, data }); // want mass-assignment "goes into `prisma.parcel.update`"
  }
}
