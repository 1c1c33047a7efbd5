import { Injectable } from '@nestjs/common';
import { Command } from './command';
import { database } from './database';

export class CountVisit extends Command {
  readonly name!: string;
}

@Injectable()
export class Visits {
  async execute(visit: CountVisit): Promise<boolean> {
    await this.keep(visit.name);
    return true;
  }

  private keep(name: string) {
    return database.visits.insertOne({ name, at: new Date() });
  }
}
