export { db } from './store';
