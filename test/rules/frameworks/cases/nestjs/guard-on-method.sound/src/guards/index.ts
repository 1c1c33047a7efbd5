export { DepotGuard } from './depot.guard';
