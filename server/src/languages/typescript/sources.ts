/**
 * Functions that repairs bring along whole, as code. What stands in `«»` is written where types are; `⟦⟧` holds the name of another of
 * these functions, or of something imported. Two spaces a step, single quotes, semicolons: `source` puts it into the file's own style.
 */
import type { SourceText } from '../writer.js';
import type { TypeScriptStyle } from './style.js';

const allowedUrl = `function ⟦allowed url⟧(address«: unknown»)«: URL | null» {
  const hosts = [⟦hosts⟧];
  const url = URL.canParse(String(address)) ? new URL(String(address)) : null;
  const isListed = hosts.some((host) => (host.startsWith('.') ? url?.hostname.endsWith(host) : url?.hostname === host));
  const isPlain = url?.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return isPlain && isListed ? url : null;
}`;

const isPublic = `function ⟦is public⟧(address«: string»)«: boolean» {
  const closed = new ⟦BlockList⟧();
  for (const net of ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12']) {
    closed.addSubnet(net.split('/')[0]«!», Number(net.split('/')[1]), 'ipv4');
  }
  for (const net of ['192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/3']) {
    closed.addSubnet(net.split('/')[0]«!», Number(net.split('/')[1]), 'ipv4');
  }
  if (⟦isIP⟧(address) === 4) return !closed.check(address);
  // Of the rest only what is routed in the whole Internet, and no address of another protocol within.
  const routed = new ⟦BlockList⟧();
  routed.addSubnet('2000::', 3, 'ipv6');
  closed.addSubnet('2001::', 23, 'ipv6');
  closed.addSubnet('2002::', 16, 'ipv6');
  return ⟦isIP⟧(address) === 6 && routed.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}`;

const publicLookup = `function ⟦public lookup⟧(
  host«: string»,
  options«: { all?: boolean }»,
  done«: (error: Error | null, address: string | { address: string; family: number }[], family?: number) => void»,
)«: void» {
  ⟦lookup⟧(host, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => ⟦is public⟧(address))) return done(new Error('this host is not public'), []);
    return options.all ? done(null, addresses) : done(null, first.address, first.family);
  });
}`;

const fetchAllowed = `async function ⟦fetch allowed⟧(address«: unknown», init«?: RequestInit»)«: Promise<Response>» {
  const url = ⟦allowed url⟧(address);
  if (url === null) throw new Error('this address is not allowed');
  const asked = new Request(url, init);
  const body = Buffer.from(await asked.arrayBuffer());
  const headers = { ...Object.fromEntries(asked.headers), 'accept-encoding': 'identity' };
  const signal = AbortSignal.timeout(10_000);
  // Not over a connection that others have opened, whose address nobody looked at.
  const options = { method: asked.method, headers, signal, lookup: ⟦public lookup⟧, agent: false };
  return new Promise((resolve, reject) => {
    const sending = ⟦request⟧(url, options, (answer) => {
      const chunks«: Buffer[]» = [];
      let size = 0;
      answer.on('error', reject);
      answer.on('data', (chunk«: Buffer») => {
        size += chunk.length;
        if (size > 1024 * 1024) answer.destroy(new Error('the answer is too large'));
        else chunks.push(chunk);
      });
      answer.on('end', () => {
        const status = answer.statusCode ?? 500;
        if (status >= 300 && status < 400) return reject(new Error('redirects are not followed'));
        const type = answer.headers['content-type'] ?? 'application/octet-stream';
        return resolve(new Response(status === 204 ? null : Buffer.concat(chunks), { status, headers: { 'content-type': type } }));
      });
    });
    sending.on('error', reject);
    sending.end(body);
  });
}`;

const ownPath = `function ⟦own path⟧(target«: unknown»)«: string» {
  const path = String(target);
  const isOwn = path.startsWith('/') && !path.startsWith('//') && !/[\\\\\\x00-\\x1f]/.test(path);
  return isOwn ? path : '/';
}`;

const requiredUrl = `function ⟦required url⟧(address«: unknown»)«: string» {
  const url = ⟦allowed url⟧(address);
  if (url === null) throw new Error('this address is not allowed');
  return url.href;
}`;

const pinnedOptions = `function ⟦pinned options⟧() {
  const httpsAgent = new ⟦Agent⟧({ lookup: ⟦public lookup⟧ });
  return { httpsAgent, maxRedirects: 0, maxContentLength: 1024 * 1024, proxy: false, timeout: 10_000 }« as const»;
}`;

export const typeScriptSources: Readonly<Record<string, SourceText>> = {
  'allowed url': { code: allowedUrl, imports: {} },
  'own path': { code: ownPath, imports: {} },
  'pinned options': { code: pinnedOptions, imports: { Agent: { module: 'https', name: 'Agent' } } },
  'required url': { code: requiredUrl, imports: {} },
  'is public': {
    code: isPublic,
    imports: { BlockList: { module: 'net', name: 'BlockList' }, isIP: { module: 'net', name: 'isIP' } },
  },
  'public lookup': {
    code: publicLookup,
    imports: { lookup: { module: 'dns', name: 'lookup', as: 'resolveHost' } },
  },
  'fetch allowed': { code: fetchAllowed, imports: { request: { module: 'https', name: 'request', as: 'requestOverTls' } } },
};

/** The code in the style of the file. */
export function inStyle(code: string, style: TypeScriptStyle): string {
  const typed = style.types ? code.replace(/[«»]/g, '') : code.replace(/«[^»]*»/g, '');
  const joined = style.types ? typed : typed.replace(/\(\n((?: +\w+,\n)+)\)/g, (_, names: string) => `(${(names.match(/\w+/g) ?? []).join(', ')})`);
  const lines = joined.split('\n').map((line) => {
    const step = /^ */.exec(line)?.[0].length ?? 0;
    const bare = style.semicolons ? line.slice(step) : line.slice(step).replace(/;$/, '');
    return style.indent.repeat(step / 2) + (style.quote === "'" ? bare : bare.replaceAll("'", '"'));
  });
  return lines.join(style.newline);
}
