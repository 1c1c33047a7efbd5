import type { LibraryRow } from '../rows.js';

export const cryptoJs: LibraryRow = {
  id: 'crypto-js',
  docs: 'https://cryptojs.gitbook.io/docs/',
  packages: ['crypto-js'],
  calls: [
    { call: 'crypto-js.HmacSHA256', also: ['crypto-js/hmac-sha256'], hash: { keyed: true, fixedAlgorithm: 'sha256', message: 0, key: 1 }, finishesHash: { fixedEncoding: 'bytes' }, result: { is: ['mac'], type: 'crypto-js.HmacSHA256()' } },
    { call: 'crypto-js.HmacSHA1', also: ['crypto-js/hmac-sha1'], hash: { keyed: true, fixedAlgorithm: 'sha1', message: 0, key: 1 }, finishesHash: { fixedEncoding: 'bytes' }, result: { is: ['mac'], type: 'crypto-js.HmacSHA1()' } },
    { call: 'crypto-js.HmacSHA512', also: ['crypto-js/hmac-sha512'], hash: { keyed: true, fixedAlgorithm: 'sha512', message: 0, key: 1 }, finishesHash: { fixedEncoding: 'bytes' }, result: { is: ['mac'], type: 'crypto-js.HmacSHA512()' } },
    { call: 'crypto-js.HmacMD5', also: ['crypto-js/hmac-md5'], hash: { keyed: true, fixedAlgorithm: 'md5', message: 0, key: 1 }, finishesHash: { fixedEncoding: 'bytes' }, result: { is: ['mac'], type: 'crypto-js.HmacMD5()' } },
    { call: 'crypto-js.SHA256', also: ['crypto-js/sha256'], hash: { keyed: false, fixedAlgorithm: 'sha256', message: 0 }, finishesHash: { fixedEncoding: 'bytes' }, result: { is: ['digest'], type: 'crypto-js.SHA256()' } },
    { call: 'crypto-js.SHA1', also: ['crypto-js/sha1'], hash: { keyed: false, fixedAlgorithm: 'sha1', message: 0 }, finishesHash: { fixedEncoding: 'bytes' }, result: { is: ['digest'], type: 'crypto-js.SHA1()' } },
    { call: 'crypto-js.SHA512', also: ['crypto-js/sha512'], hash: { keyed: false, fixedAlgorithm: 'sha512', message: 0 }, finishesHash: { fixedEncoding: 'bytes' }, result: { is: ['digest'], type: 'crypto-js.SHA512()' } },
    { call: 'crypto-js.MD5', also: ['crypto-js/md5'], hash: { keyed: false, fixedAlgorithm: 'md5', message: 0 }, finishesHash: { fixedEncoding: 'bytes' }, result: { is: ['digest'], type: 'crypto-js.MD5()' } },
    { call: 'crypto-js.HmacSHA256().toString', finishesHash: { encoding: 0 }, result: { is: ['mac'], from: ['receiver'] } },
    { call: 'crypto-js.HmacSHA1().toString', finishesHash: { encoding: 0 }, result: { is: ['mac'], from: ['receiver'] } },
    { call: 'crypto-js.HmacSHA512().toString', also: ['crypto-js.HmacMD5().toString'], finishesHash: { encoding: 0 }, result: { is: ['mac'], from: ['receiver'] } },
    { call: 'crypto-js.SHA256().toString', also: ['crypto-js.SHA1().toString', 'crypto-js.SHA512().toString', 'crypto-js.MD5().toString'], finishesHash: { encoding: 0 }, result: { is: ['digest'], from: ['receiver'] } },
    { call: 'crypto-js.enc.Hex.stringify', also: ['crypto-js/enc-hex.stringify'], encodes: 'hex', result: { from: [0] } },
    { call: 'crypto-js.enc.Base64.stringify', also: ['crypto-js/enc-base64.stringify'], encodes: 'base64', result: { from: [0] } },
  ],
};

export const smallHashes: LibraryRow = {
  id: 'js-hashes',
  docs: 'https://github.com/emn178/js-sha256',
  packages: ['js-sha256', 'js-sha1', 'js-sha512', '@noble/hashes', 'hash.js', 'sha.js', 'create-hmac', 'md5'],
  calls: [
    { call: 'js-sha256.sha256.hmac', also: ['js-sha256.hmac', 'js-sha256.sha256.hmac.hex'], hash: { keyed: true, fixedAlgorithm: 'sha256', key: 0, message: 1 }, finishesHash: { fixedEncoding: 'hex' }, result: { is: ['mac'] } },
    { call: 'js-sha256.sha256', also: ['js-sha256', 'js-sha256.sha256.hex'], hash: { keyed: false, fixedAlgorithm: 'sha256', message: 0 }, finishesHash: { fixedEncoding: 'hex' }, result: { is: ['digest'] } },
    { call: 'js-sha1.sha1.hmac', also: ['js-sha1.hmac'], hash: { keyed: true, fixedAlgorithm: 'sha1', key: 0, message: 1 }, finishesHash: { fixedEncoding: 'hex' }, result: { is: ['mac'] } },
    { call: 'js-sha1.sha1', also: ['js-sha1'], hash: { keyed: false, fixedAlgorithm: 'sha1', message: 0 }, finishesHash: { fixedEncoding: 'hex' }, result: { is: ['digest'] } },
    { call: 'js-sha512.sha512.hmac', also: ['js-sha512.hmac'], hash: { keyed: true, fixedAlgorithm: 'sha512', key: 0, message: 1 }, finishesHash: { fixedEncoding: 'hex' }, result: { is: ['mac'] } },
    { call: '@noble/hashes/hmac.hmac', also: ['@noble/hashes/hmac.js.hmac'], hash: { keyed: true, algorithm: 0, key: 1, message: 2 }, finishesHash: { fixedEncoding: 'bytes' }, result: { is: ['mac'] } },
    { call: '@noble/hashes/sha2.sha256', also: ['@noble/hashes/sha256.sha256', '@noble/hashes/sha2.js.sha256'], hash: { keyed: false, fixedAlgorithm: 'sha256', message: 0 }, finishesHash: { fixedEncoding: 'bytes' }, result: { is: ['digest'] } },
    { call: '@noble/hashes/utils.bytesToHex', also: ['@noble/hashes/utils.js.bytesToHex'], encodes: 'hex', result: { from: [0] } },
    { call: 'create-hmac', hash: { keyed: true, algorithm: 0, key: 1 } },
    { call: 'create-hmac().update', absorbs: { message: 0 }, result: { type: 'create-hmac()' } },
    { call: 'create-hmac().digest', finishesHash: { encoding: 0 }, result: { is: ['mac'], from: ['receiver'] } },
    { call: 'hash.js.hmac', hash: { keyed: true, algorithm: 0, key: 1 } },
    { call: 'hash.js.hmac().update', absorbs: { message: 0 }, result: { type: 'hash.js.hmac()' } },
    { call: 'hash.js.hmac().digest', finishesHash: { encoding: 0 }, result: { is: ['mac'], from: ['receiver'] } },
    { call: 'md5', hash: { keyed: false, fixedAlgorithm: 'md5', message: 0 }, finishesHash: { fixedEncoding: 'hex' }, result: { is: ['digest'] } },
  ],
};
