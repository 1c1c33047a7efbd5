export { POST } from '@/features/meters/receive'; // want missing-signature-verification "no signature"
