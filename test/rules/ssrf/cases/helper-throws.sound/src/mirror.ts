import needle from 'needle';

export async function mirror(tarball: string) {
  return needle('get', tarball, { follow_max: 0 });
}
