export { POST } from '../../../../features/parcels/receive';
export const runtime = 'nodejs';
