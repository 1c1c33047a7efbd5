import type { LibraryRow } from '../rows.js';

/** Only calls whose result differs from what went in: elsewhere receiver and arguments flow through. */
export const pythonEncodings: LibraryRow = {
  id: 'python-encodings',
  docs: 'https://docs.python.org/3/library/json.html',
  calls: [
    { call: 'functools.partial', fixes: 0 },
    {
      call: 'json.loads',
      also: ['orjson.loads', 'ujson.loads', 'simplejson.loads', 'rapidjson.loads', 'flask.json.loads', 'json.load', 'msgspec.json.decode'],
      parses: true,
      result: { from: [0] },
    },
    {
      call: 'json.dumps',
      also: ['orjson.dumps', 'ujson.dumps', 'simplejson.dumps', 'rapidjson.dumps', 'flask.json.dumps', 'msgspec.json.encode'],
      serialises: true,
      result: { from: [0] },
    },
    { call: 'urllib.parse.parse_qs', also: ['urllib.parse.parse_qsl'], parses: true, result: { from: [0] } },
    { call: 'urllib.parse.urlencode', serialises: true, result: { from: [0] } },
    {
      call: 'xml.etree.ElementTree.fromstring',
      also: ['xmltodict.parse', 'defusedxml.ElementTree.fromstring', 'yaml.safe_load'],
      parses: true,
      result: { from: [0] },
    },
    {
      call: 'base64.b64encode',
      also: ['base64.standard_b64encode', 'base64.encodebytes', 'binascii.b2a_base64'],
      encodes: 'base64',
      encodesTo: 'bytes',
      result: { from: [0] },
    },
    { call: 'base64.urlsafe_b64encode', encodes: 'base64url', encodesTo: 'bytes', result: { from: [0] } },
    { call: 'binascii.hexlify', also: ['binascii.b2a_hex'], encodes: 'hex', encodesTo: 'bytes', result: { from: [0] } },
    { call: 'codecs.encode', result: { from: [0] } },
    {
      call: 'base64.b64decode',
      also: ['base64.urlsafe_b64decode', 'base64.standard_b64decode', 'base64.decodebytes', 'binascii.a2b_base64'],
      decodes: 'base64',
      result: { from: [0] },
    },
    {
      call: 'binascii.unhexlify',
      also: ['binascii.a2b_hex', 'bytes.fromhex', 'bytearray.fromhex'],
      decodes: 'hex',
      result: { from: [0] },
    },
    { call: 'codecs.decode', result: { from: [0] } },
    { call: 'len', also: ['isinstance', 'issubclass', 'hasattr', 'callable', 'type', 'id', 'hash'], result: { from: [] } },
    { call: 'time.time', also: ['time.monotonic', 'time.perf_counter'], result: { is: ['clock'], unit: 's', from: [] } },
    { call: 'time.time_ns', result: { is: ['clock'], from: [] } },
    {
      call: 'datetime.datetime.now',
      also: ['datetime.datetime.utcnow', 'datetime.datetime.today', 'datetime.date.today', 'django.utils.timezone.now', 'arrow.utcnow', 'pendulum.now'],
      result: { is: ['clock'], type: 'datetime.datetime.now()', from: [] },
    },
    { call: 'datetime.datetime.now().timestamp', also: ['datetime.datetime.utcnow().timestamp'], result: { is: ['clock'], unit: 's', from: ['receiver'] } },
    { call: 'map', also: ['filter'], invokes: [0], result: { from: [1] } },
    { call: 'sorted', also: ['min', 'max', 'sum', 'reversed', 'tuple', 'enumerate', 'zip', 'abs', 'repr'], result: { from: ['arguments'] } },
    { call: 'getattr', result: { from: [0, 2] } },
    { call: 'flask.make_response', also: ['flask.jsonify', 'flask.Response', 'werkzeug.wrappers.Response'], effect: 'answer' },
    { call: 'threading.Thread().start', also: ['threading.Timer().start'], result: { from: [] } },
  ],
};
