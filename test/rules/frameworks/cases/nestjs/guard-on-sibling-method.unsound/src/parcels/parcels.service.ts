import { Injectable } from '@nestjs/common';
import { PrismaService } from '../prisma.service';

@Injectable()
export class ParcelsService {
  constructor(private readonly prisma: PrismaService) {}

  save(id: string, status: string) {
    return this.prisma.parcel.create({ data: { id, status } });
  }
}
