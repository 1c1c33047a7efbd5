/** The one door to the TypeScript compiler: the copy that ts-morph carries, so that the package holds it once. */
export { ts } from 'ts-morph';
