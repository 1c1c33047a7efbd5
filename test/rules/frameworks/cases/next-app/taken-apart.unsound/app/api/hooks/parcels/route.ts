import { receiver } from '../../../../lib/receiver';

export const { GET, POST } = receiver('parcels'); // want missing-signature-verification "no signature check"
