import { parcelRepository } from './repositories';

export async function keep(parcel: object) {
  const made = parcelRepository.create(parcel);
  await parcelRepository.save(made); // want mass-assignment "goes into `parcelRepository.save`"
}
