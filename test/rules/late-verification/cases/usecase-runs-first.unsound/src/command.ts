export class Command {
  static create<T extends Command>(this: new () => T, fields: Partial<T>): T {
    return Object.assign(new this(), fields);
  }
}
