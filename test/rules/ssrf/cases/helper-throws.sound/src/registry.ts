const registries = ['registry.npmjs.org', 'npm.pkg.github.com'];

export function ensureRegistry(address: string): void {
  const { hostname } = new URL(address);
  if (!registries.some((one) => hostname === one || hostname.endsWith(`.${one}`))) throw new Error(`not a registry: ${hostname}`);
}
