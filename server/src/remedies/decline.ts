/** Thrown inside this room when a repair does not fit; `editsFor` turns it into the reason that the user reads. */
export class Decline extends Error {}

export function decline(reason: string): never {
  throw new Decline(reason);
}
