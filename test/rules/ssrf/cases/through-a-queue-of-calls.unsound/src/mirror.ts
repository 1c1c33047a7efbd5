import needle from 'needle';

export async function mirror(tarball: string) {
  const url = tarball.trim();
  return needle('get', url);
}
