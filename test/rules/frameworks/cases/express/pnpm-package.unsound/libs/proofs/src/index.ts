export * from './express';
