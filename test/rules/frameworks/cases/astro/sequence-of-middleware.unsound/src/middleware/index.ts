import { sequence } from 'astro:middleware';
import { timed } from './timed';

export const onRequest = sequence(timed);
