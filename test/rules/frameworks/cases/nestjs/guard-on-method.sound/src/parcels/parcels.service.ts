import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Parcel } from './parcel.entity';

@Injectable()
export class ParcelsService {
  constructor(@InjectRepository(Parcel) private readonly repository: Repository<Parcel>) {}

  save(id: string, status: string) {
    return this.repository.save({ id, status });
  }
}
