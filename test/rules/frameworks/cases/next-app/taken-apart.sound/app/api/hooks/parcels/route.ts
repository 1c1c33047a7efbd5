import { receiver } from '../../../../lib/receiver';

export const { GET, POST } = receiver('parcels');
