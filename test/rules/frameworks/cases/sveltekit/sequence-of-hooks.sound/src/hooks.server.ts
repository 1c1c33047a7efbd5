import { sequence } from '@sveltejs/kit/hooks';
import { session } from './session.server';
import { signed } from './signed.server';

export const handle = sequence(session, signed);
