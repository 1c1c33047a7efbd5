import type { LibraryRow } from '../rows.js';

export const pythonHmac: LibraryRow = {
  id: 'python-hmac',
  docs: 'https://docs.python.org/3/library/hmac.html',
  packages: ['hmac (standard library)'],
  calls: [
    { call: 'hmac.new', also: ['hmac.HMAC'], hash: { keyed: true, key: '0:key', message: '1:msg', algorithm: '2:digestmod' } },
    { call: 'hmac.new().update', also: ['hmac.HMAC().update'], absorbs: { message: 0 }, result: { from: [] } },
    { call: 'hmac.new().copy', also: ['hmac.HMAC().copy'], result: { type: 'hmac.new()', from: ['receiver'] } },
    { call: 'hmac.new().hexdigest', also: ['hmac.HMAC().hexdigest'], finishesHash: { fixedEncoding: 'hex' }, result: { is: ['mac'], from: ['receiver'] } },
    { call: 'hmac.new().digest', also: ['hmac.HMAC().digest'], finishesHash: { fixedEncoding: 'bytes' }, result: { is: ['mac'], from: ['receiver'] } },
    { call: 'hmac.digest', hash: { keyed: true, key: '0:key', message: '1:msg', algorithm: '2:digest' }, finishesHash: { fixedEncoding: 'bytes' }, result: { is: ['mac'] } },
    {
      call: 'hmac.compare_digest',
      also: ['secrets.compare_digest', '_operator._compare_digest'],
      compares: { left: 0, right: 1, constantTime: true, throwsOn: 'none-or-non-ascii' },
      result: { from: [] },
    },
    { call: 'werkzeug.security.safe_str_cmp', compares: { left: 0, right: 1, constantTime: true }, result: { from: [] } },
    {
      call: 'django.utils.crypto.constant_time_compare',
      also: ['itsdangerous._compat.constant_time_compare', 'passlib.utils.consteq', 'cryptography.hazmat.primitives.constant_time.bytes_eq'],
      compares: { left: 0, right: 1, constantTime: true },
      result: { from: [] },
    },
    { call: 'operator.eq', compares: { left: 0, right: 1, constantTime: false }, result: { from: [] } },
    { call: 'str().startswith', anyReceiver: ['startswith'], compares: { left: 'receiver', right: 0, constantTime: false, partial: true }, result: { from: [] } },
    { call: 'str().endswith', anyReceiver: ['endswith'], compares: { left: 'receiver', right: 0, constantTime: false, partial: true }, result: { from: [] } },
  ],
};

export const pythonHashlib: LibraryRow = {
  id: 'python-hashlib',
  docs: 'https://docs.python.org/3/library/hashlib.html',
  calls: [
    { call: 'hashlib.new', hash: { keyed: false, algorithm: '0:name', message: '1:data' } },
    { call: 'hashlib.md5', hash: { keyed: false, fixedAlgorithm: 'md5', message: 0 } },
    { call: 'hashlib.sha1', hash: { keyed: false, fixedAlgorithm: 'sha1', message: 0 } },
    { call: 'hashlib.sha224', hash: { keyed: false, fixedAlgorithm: 'sha224', message: 0 } },
    { call: 'hashlib.sha256', hash: { keyed: false, fixedAlgorithm: 'sha256', message: 0 } },
    { call: 'hashlib.sha384', hash: { keyed: false, fixedAlgorithm: 'sha384', message: 0 } },
    { call: 'hashlib.sha512', hash: { keyed: false, fixedAlgorithm: 'sha512', message: 0 } },
    { call: 'hashlib.sha3_256', hash: { keyed: false, fixedAlgorithm: 'sha3-256', message: 0 } },
    { call: 'hashlib.sha3_512', hash: { keyed: false, fixedAlgorithm: 'sha3-512', message: 0 } },
    { call: 'hashlib.blake2b', hash: { keyed: false, fixedAlgorithm: 'blake2b', message: 0, key: 'name:key' } },
    { call: 'hashlib.blake2s', hash: { keyed: false, fixedAlgorithm: 'blake2s', message: 0, key: 'name:key' } },
    {
      call: 'hashlib.sha256().update',
      also: ['hashlib.new().update', 'hashlib.md5().update', 'hashlib.sha1().update', 'hashlib.sha224().update', 'hashlib.sha384().update', 'hashlib.sha512().update', 'hashlib.sha3_256().update', 'hashlib.sha3_512().update', 'hashlib.blake2b().update', 'hashlib.blake2s().update'],
      absorbs: { message: 0 },
      result: { from: [] },
    },
    {
      call: 'hashlib.sha256().hexdigest',
      also: ['hashlib.new().hexdigest', 'hashlib.md5().hexdigest', 'hashlib.sha1().hexdigest', 'hashlib.sha224().hexdigest', 'hashlib.sha384().hexdigest', 'hashlib.sha512().hexdigest', 'hashlib.sha3_256().hexdigest', 'hashlib.sha3_512().hexdigest', 'hashlib.blake2b().hexdigest', 'hashlib.blake2s().hexdigest'],
      finishesHash: { fixedEncoding: 'hex' },
      result: { is: ['digest'], from: ['receiver'] },
    },
    {
      call: 'hashlib.sha256().digest',
      also: ['hashlib.new().digest', 'hashlib.md5().digest', 'hashlib.sha1().digest', 'hashlib.sha224().digest', 'hashlib.sha384().digest', 'hashlib.sha512().digest', 'hashlib.sha3_256().digest', 'hashlib.sha3_512().digest', 'hashlib.blake2b().digest', 'hashlib.blake2s().digest'],
      finishesHash: { fixedEncoding: 'bytes' },
      result: { is: ['digest'], from: ['receiver'] },
    },
    { call: 'secrets.token_hex', also: ['secrets.token_bytes', 'secrets.token_urlsafe', 'uuid.uuid4', 'os.urandom', 'random.random', 'random.randint'], result: { is: ['random'], from: [] } },
  ],
};
