import { Injectable } from '@nestjs/common';
import { sessions } from './parcels';

@Injectable()
export class SessionService {
  async isOpen(id: string) {
    return (await sessions.findOne({ id })) !== null;
  }
}
