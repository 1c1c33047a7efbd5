export { router as hooks } from './parcel-hooks';
