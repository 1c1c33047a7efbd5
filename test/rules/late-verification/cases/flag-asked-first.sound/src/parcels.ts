import { Injectable } from '@nestjs/common';
import { database } from './database';

@Injectable()
export class Parcels {
  moved(event: { parcel: string; place: string }) {
    return database.parcels.updateOne({ id: event.parcel }, { $set: { place: event.place } });
  }
}
