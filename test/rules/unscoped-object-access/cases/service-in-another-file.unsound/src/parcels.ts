import { prisma } from './db';

export class Parcels {
  async remove(number: string) {
    await prisma.parcel.deleteMany({ where: { number: String(number) } }); // want unscoped-object-access "alone decides what `prisma.parcel.deleteMany` deletes"
  }
}
