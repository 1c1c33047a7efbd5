import { vault } from '@parcelco/vault';

export class Seal {
  constructor(private readonly tenant: string) {}

  async open(body: Buffer, mark: string | undefined) {
    const lid = await vault.lid(this.tenant);
    return lid.lift(body, mark);
  }

  async peek(body: Buffer, mark: string | undefined) {
    return { body, mark };
  }
}
