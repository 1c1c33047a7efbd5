import { prisma } from './db';

export async function keep({ number, note }: { number: string; note: string }) {
  await prisma.parcel.update({ where: { number: String(number) }, data: { note } });
}
