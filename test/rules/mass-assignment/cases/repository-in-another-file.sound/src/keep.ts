import { parcelRepository } from './repositories';

export async function keep({ number, status }: { number: number; status: string }) {
  const made = parcelRepository.create({ number, status });
  await parcelRepository.save(made);
}
