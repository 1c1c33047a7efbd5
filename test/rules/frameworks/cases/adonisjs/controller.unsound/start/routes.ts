import router from '@adonisjs/core/services/router';
import HooksController from '#controllers/hooks_controller';

router
  .group(() => {
    router.post('/parcels', [HooksController, 'receive']); // want missing-signature-verification "no signature"
  })
  .prefix('/hooks');
