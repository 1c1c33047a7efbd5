export const isOurs = (address: string): boolean => address.startsWith('https://shop.example');
