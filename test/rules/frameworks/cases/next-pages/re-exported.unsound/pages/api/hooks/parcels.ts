export { config, default } from '../../../features/parcels/receive'; // want missing-signature-verification "no signature check"
