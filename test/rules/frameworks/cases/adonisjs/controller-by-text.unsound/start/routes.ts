import Route from '@ioc:Adonis/Core/Route';

Route.post('/hooks/barges', 'Hooks/BargesController.store'); // want missing-signature-verification "no signature"
Route.get('/barges', 'BargesController.index');
