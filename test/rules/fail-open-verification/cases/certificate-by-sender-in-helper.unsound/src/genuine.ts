import { verify } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import axios from 'axios';
import crc32 from 'buffer-crc32';

export async function isGenuine(body: Buffer, headers: IncomingHttpHeaders): Promise<boolean> {
  const certificate = await download(String(headers['paypal-cert-url']));
  const signed = `${headers['paypal-transmission-id']}|${headers['paypal-transmission-time']}|${process.env.PAYPAL_WEBHOOK_ID}|${crc32.unsigned(body)}`;
  return verify('RSA-SHA256', Buffer.from(signed), certificate, Buffer.from(String(headers['paypal-transmission-sig']), 'base64'));
}

async function download(url: string): Promise<string> {
  const { data } = await axios.get(url); // want fail-open-verification "chooses the key"
  return data;
}
