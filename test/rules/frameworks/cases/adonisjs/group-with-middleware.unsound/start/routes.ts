import router from '@adonisjs/core/services/router';
import { middleware } from '#start/kernel';

const HooksController = () => import('#controllers/hooks_controller');

router
  .group(() => {
    router.post('/parcels', [HooksController, 'receive']);
  })
  .prefix('/hooks')
  .use([middleware.signed()]);
