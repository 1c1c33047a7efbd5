import Route from '@ioc:Adonis/Core/Route';

Route.post('/hooks/barges', 'Hooks/BargesController.store');
Route.get('/barges', 'BargesController.index');
