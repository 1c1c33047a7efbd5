import router from '@adonisjs/core/services/router';

const HooksController = () => import('#controllers/hooks_controller');

router.post('/hooks/parcels', [HooksController, 'receive']);
