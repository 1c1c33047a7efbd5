import { sequence } from 'astro:middleware';
import { signed } from './signed';
import { timed } from './timed';

export const onRequest = sequence(timed, signed);
