import { serve } from 'bun';
import { routes } from './routes';

serve({ routes, fetch: () => new Response('not found', { status: 404 }) }); // want missing-signature-verification "no signature check"
