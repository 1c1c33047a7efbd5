import { createHmac, timingSafeEqual } from 'node:crypto'

const secrets = (process.env.SECRETS ?? '').split(',')
const macsOf = raw => secrets.map(secret => createHmac('sha256', secret).update(raw).digest('hex'))

export const genuine = (sent, raw) => macsOf(raw).some(candidate => safeEqual(candidate, sent))

function safeEqual(left, right) {
  if (typeof left !== 'string' || typeof right !== 'string') {
    return false
  }
  const leftBytes = Buffer.from(left)
  const rightBytes = Buffer.from(right)
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes)
}
