const branches = new Map([
  ['refs/heads/main', 'main'],
  ['refs/heads/next', 'next'],
]);

export function branchOf(ref: string): string {
  const branch = branches.get(ref);
  if (!branch) throw new Error(`unknown branch ${ref}`);
  return branch;
}
