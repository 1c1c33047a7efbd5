function required(name: string): string {
  const text = process.env[name];
  if (!text) throw new Error(`${name} is not set`);
  return text;
}

export const settings = { kilnSecret: required('KILN_SECRET') };
