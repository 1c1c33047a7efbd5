import { prisma } from './db';
import { Changes } from './changes';

export class Parcels {
  async change(changes: Record<string, unknown>) {
    const data = { ...Changes.parse(changes), changedAt: new Date() };
    await prisma.parcel.update({ where: { number: Number(changes.number) }, data });
  }
}
