export { requireProof } from './require-proof.js';
