import Route from '@ioc:Adonis/Core/Route';

Route.group(() => {
  Route.post('/locks', 'LocksController.opened');
})
  .prefix('/hooks')
  .middleware('signed');
