export { config, default } from '../../../features/parcels/receive';
