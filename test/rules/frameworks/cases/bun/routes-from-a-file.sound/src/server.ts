import { serve } from 'bun';
import { routes } from './routes';

serve({ routes, fetch: () => new Response('not found', { status: 404 }) });
