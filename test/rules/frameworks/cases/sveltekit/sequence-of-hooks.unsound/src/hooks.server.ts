import { sequence } from '@sveltejs/kit/hooks';
import { language } from './language.server';
import { session } from './session.server';

export const handle = sequence(session, language);
