import { mirror } from './mirror';

export const handlers = {
  published: async (item: any) => mirror(item.package_version.tarball),
  updated: async (item: any) => mirror(item.package_version.tarball),
};
