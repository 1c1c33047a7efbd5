function required(name: string): string {
  const held = process.env[name];
  if (!held) throw new Error(`${name} is not set`);
  return held;
}

export const env = { DEPOT_SECRET: required('DEPOT_SECRET') };
