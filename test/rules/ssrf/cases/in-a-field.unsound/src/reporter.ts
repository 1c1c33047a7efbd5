export class Reporter {
  constructor(private readonly address: string) {}

  async report(state: string): Promise<void> {
    await fetch(this.address, { method: 'POST', body: state });
  }
}
