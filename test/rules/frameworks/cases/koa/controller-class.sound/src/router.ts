import Router from '@koa/router';
import { HooksController } from './hooks-controller';

const router = new Router();
const controller = new HooksController();

router.post('/hooks/parcels', (ctx) => controller.receive(ctx));

export default router;
