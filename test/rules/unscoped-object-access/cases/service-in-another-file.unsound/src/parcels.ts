import { prisma } from './db';

export class Parcels {
  async remove(number: string) {
    await prisma.parcel.deleteMany({ where: { number: String(number) } });
  }
}
