import { BlockList, isIP } from 'node:net';
import { ConnectorError } from '@throughline/core/connector/error';

const privateNetworks = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv6');
}

const privateNames = /(^|\.)(localhost|local|internal|home\.arpa)$/;

/**
 * Decides whether a connection may call a URL: public addresses over HTTP(S) only, so that a base URL typed into a form
 * cannot reach this machine, its network or a cloud's metadata service. Names are judged as written; what they resolve
 * to is for the network's own policy.
 * @throws ConnectorError `forbidden`
 */
export function outboundGuard(isPrivateAllowed: boolean): (url: URL) => void {
  return (url) => {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
      throw new ConnectorError(`The address ${url.protocol}//… is not HTTP.`, { class: 'forbidden' });
    }
    if (isPrivateAllowed || !isPrivate(url.hostname)) return;
    throw new ConnectorError(
      `The address ${url.hostname} is in a private network. Set THROUGHLINE_ALLOW_PRIVATE_NETWORK=1 to allow it.`,
      { class: 'forbidden' },
    );
  };
}

function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  switch (isIP(host)) {
    case 4:
      return privateNetworks.check(host, 'ipv4');
    case 6:
      return privateNetworks.check(host, 'ipv6') || isMappedPrivate(host);
    default:
      return privateNames.test(host.toLowerCase()) || !host.includes('.');
  }
}

/** IPv4 in IPv6 clothes: `::ffff:7f00:1` as a URL normalises it, `::ffff:127.0.0.1` as people write it. */
function isMappedPrivate(host: string): boolean {
  const hex = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(host);
  if (hex !== null) {
    const value = Number.parseInt(hex[1] ?? '', 16) * 65_536 + Number.parseInt(hex[2] ?? '', 16);
    const bytes = [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256);
    return privateNetworks.check(bytes.join('.'), 'ipv4');
  }
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(host)?.[1];
  return dotted !== undefined && privateNetworks.check(dotted, 'ipv4');
}
