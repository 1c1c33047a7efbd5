import router from '@adonisjs/core/services/router';

export const middleware = router.named({
  signed: () => import('#middleware/signed_middleware'),
});
