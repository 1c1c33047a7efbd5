/**
 * Functions that repairs bring along whole, as code; `⟦⟧` holds the name of another of these functions, or of something imported.
 * Four spaces a step and double quotes: `source` puts it into the file's own style.
 */
import type { SourceText } from '../writer.js';
import type { PythonStyle } from './style.js';

const allowedUrl = `def ⟦allowed url⟧(address):
    hosts = [⟦hosts⟧]
    try:
        url = ⟦urlsplit⟧(address)
    except (AttributeError, TypeError, ValueError):
        return None
    host = url.hostname or ""
    # No port, no user and no backslash: what is dialled is the host and nothing else.
    if url.scheme != "https" or url.netloc.lower() != host:
        return None
    if host in hosts or any(one.startswith(".") and host.endswith(one) for one in hosts):
        return url
    return None`;

const ownPath = `def ⟦own path⟧(target):
    if not isinstance(target, str) or not target.startswith("/") or target.startswith("//"):
        return "/"
    # Browsers take a backslash for a slash, and leave line breaks and tabs out.
    return "/" if any(one == "\\\\" or one < " " for one in target) else target`;

const isPublic = `def ⟦is public⟧(address):
    if address.version == 4:
        return address.is_global and not address.is_multicast
    # Only what is routed in the whole Internet, and no address of another protocol within.
    is_routed = address.is_global and address in ⟦ip_network⟧("2000::/3")
    return is_routed and address.sixtofour is None and address.teredo is None`;

const requestAllowed = `def ⟦request allowed⟧(method, address, **options):
    url = ⟦allowed url⟧(address)
    if url is None:
        raise ValueError("this address is not allowed")
    found = ⟦getaddrinfo⟧(url.hostname, 443)
    addresses = [⟦ip_address⟧(entry[4][0]) for entry in found]
    if not all(⟦is public⟧(one) for one in addresses):
        raise ValueError("this host is not public")
    # Asked at the address that was looked at; the certificate is still that of the host.
    pinned = f"[{addresses[0]}]" if addresses[0].version == 6 else str(addresses[0])
    target = ⟦urlunsplit⟧(("https", pinned, url.path, url.query, ""))
    session = ⟦Session⟧()
    session.trust_env = False
    session.adapters["https://"].init_poolmanager(1, 1, server_hostname=url.hostname, assert_hostname=url.hostname)
    headers = dict(options.pop("headers", None) or {}, Host=url.hostname)
    options = {"timeout": 10, **options, "allow_redirects": False, "stream": True}
    answer = session.request(method, target, headers=headers, **options)
    if answer.is_redirect:
        raise ValueError("redirects are not followed")
    deadline = ⟦monotonic⟧() + 10
    content = b""
    for chunk in answer.iter_content(65536):
        content += chunk
        if len(content) > 1024 * 1024 or ⟦monotonic⟧() > deadline:
            raise ValueError("the answer is too large")
    answer._content = content
    return answer`;

export const pythonSources: Readonly<Record<string, SourceText>> = {
  'allowed url': { code: allowedUrl, imports: { urlsplit: { module: 'urllib.parse', name: 'urlsplit' } } },
  'own path': { code: ownPath, imports: {} },
  'is public': { code: isPublic, imports: { ip_network: { module: 'ipaddress', name: 'ip_network' } } },
  'request allowed': {
    code: requestAllowed,
    imports: {
      getaddrinfo: { module: 'socket', name: 'getaddrinfo' },
      ip_address: { module: 'ipaddress', name: 'ip_address' },
      urlunsplit: { module: 'urllib.parse', name: 'urlunsplit' },
      Session: { module: 'requests', name: 'Session' },
      monotonic: { module: 'time', name: 'monotonic' },
    },
  },
};

/** The code in the style of the file. */
export function inStyle(code: string, style: PythonStyle): string {
  const lines = code.split('\n').map((line) => {
    const step = /^ */.exec(line)?.[0].length ?? 0;
    const bare = line.slice(step);
    return style.indent.repeat(step / 4) + (style.quote === '"' || bare.startsWith('#') ? bare : bare.replaceAll('"', "'"));
  });
  return lines.join(style.newline);
}
