export { POST } from '@/features/meters/receive';
