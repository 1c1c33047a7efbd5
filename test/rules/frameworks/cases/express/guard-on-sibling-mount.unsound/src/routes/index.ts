export { router as billing } from './billing';
export { router as parcelHooks } from './parcel-hooks';
