/** Reads one source file from disk into text, whatever its bytes are. Never throws. */
import { Buffer, isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

export const SIZE_LIMIT = 1024 * 1024;

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be';

export interface SourceText {
  readonly text: string;
  /** How to write it back. */
  readonly encoding: Encoding;
  /** Bytes that are not valid in the encoding were replaced, so the text must not be written back. */
  readonly damaged: boolean;
}

/** A text, or one line that says why there is none. The mark at the beginning of the file is not part of the text. */
export type ReadResult = SourceText | { readonly problem: string };

export function readSource(file: string): ReadResult {
  const bytes = readBytes(file);
  return typeof bytes === 'string' ? { problem: bytes } : decode(bytes);
}

/** A file's bytes in a buffer that the next call overwrites, or why it cannot be read. */
export function readBytes(file: string): Buffer | string {
  let descriptor: number;
  try {
    // Without O_NONBLOCK opening a named pipe waits for a writer.
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return `cannot be read (${codeOf(error)})`;
  }
  try {
    let length = 0;
    while (length < buffer.length) {
      const read = readSync(descriptor, buffer, length, buffer.length - length, length);
      if (read === 0) break;
      length += read;
    }
    if (length > SIZE_LIMIT) return `is larger than 1 MB (${fstatSync(descriptor).size} bytes) and was not read`;
    return buffer.subarray(0, length);
  } catch (error) {
    return `cannot be read (${codeOf(error)})`;
  } finally {
    closeSync(descriptor);
  }
}

const buffer = Buffer.allocUnsafeSlow(SIZE_LIMIT + 1);

export function decode(bytes: Buffer): ReadResult {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return decodeWith('utf-16le', bytes.subarray(2));
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) return decodeWith('utf-16be', bytes.subarray(2));
  if (bytes.includes(0)) return { problem: 'is not text (it holds zero bytes) and was not read' };
  const hasMark = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  return { text: body.toString('utf8'), encoding: hasMark ? 'utf-8-bom' : 'utf-8', damaged: !isUtf8(body) };
}

/** The bytes to write for a text that was read as `encoding`. */
export function encode(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  }
}

function decodeWith(encoding: 'utf-16le' | 'utf-16be', bytes: Buffer): SourceText {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const littleEndian = encoding === 'utf-16le' ? whole : Buffer.from(whole).swap16();
  return { text: littleEndian.toString('utf16le'), encoding, damaged: whole.length !== bytes.length };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}
