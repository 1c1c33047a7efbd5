export { isGenuine } from './genuine';
