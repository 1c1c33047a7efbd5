/** Last names of calls whose result is what went in, in another form: text to bytes, a part, a copy, a case. */
export const keepsBytes: ReadonlySet<string> = new Set([
  'from', 'concat', 'toString', 'encode', 'decode', 'trim', 'trimStart', 'trimEnd', 'strip', 'lstrip', 'rstrip', 'slice', 'substring', 'substr', 'subarray', 'split', 'rsplit', 'partition', 'rpartition', 'replace',
  'replaceAll', 'removeprefix', 'removesuffix', 'toLowerCase', 'toUpperCase', 'lower', 'upper', 'join', 'String', 'str', 'bytes', 'bytearray', 'memoryview', 'Uint8Array', 'Buffer', 'b64decode', 'b64encode',
  'standard_b64decode', 'urlsafe_b64decode', 'a2b_base64', 'b2a_base64', 'hexlify', 'unhexlify', 'fromhex', 'hex', 'fromHex', 'at', 'charAt', 'copy', 'padStart', 'padEnd', 'normalize', 'match', 'matchAll', 'exec', 'pop', 'shift',
  'find', 'filter', 'map', 'reverse', 'sort', 'flat', 'escape', 'unescape', 'decodeURIComponent', 'encodeURIComponent', 'quote', 'unquote', 'buffer', 'read', 'text', 'atob', 'btoa', 'fromEntries', 'entries', 'keys', 'values', 'assign', 'toJSON',
  'valueOf', 'cast', 'ensure_bytes', 'force_bytes', 'to_bytes', 'fromCharCode', 'fill', 'set', 'digest', 'getvalue', 'first', 'last', 'dict', 'list', 'tuple', 'format', 'to_native', 'smart_bytes',
]);
