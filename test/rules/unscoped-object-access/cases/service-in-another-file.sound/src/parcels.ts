import { prisma } from './db';

export class Parcels {
  constructor(private readonly depotId: string) {}

  async remove(number: string) {
    await prisma.parcel.deleteMany({ where: { number: String(number), depotId: this.depotId } });
  }
}
