export * from './genuine';
