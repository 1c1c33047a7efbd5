import { Injectable } from '@nestjs/common';
import { Command } from './command';

export class AskFlag extends Command {
  readonly name!: string;
}

@Injectable()
export class Flags {
  async execute(ask: AskFlag): Promise<boolean> {
    return process.env[`FLAG_${ask.name}`] === 'on';
  }
}
