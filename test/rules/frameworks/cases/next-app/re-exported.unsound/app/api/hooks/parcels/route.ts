export { POST } from '../../../../features/parcels/receive'; // want missing-signature-verification "no signature check"
export const runtime = 'nodejs';
