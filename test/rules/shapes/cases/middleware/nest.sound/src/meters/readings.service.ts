import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Reading } from './reading.entity';

@Injectable()
export class ReadingsService {
  constructor(@InjectRepository(Reading) private readonly repository: Repository<Reading>) {}

  save(meter: string, kwh: number) {
    return this.repository.save({ meter, kwh });
  }
}
