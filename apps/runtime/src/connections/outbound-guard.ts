import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { ConnectorError } from '@throughline/core/connector/error';

const privateNetworks = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 127],
  // IPv4 inside IPv6: a gateway would carry it to the address inside.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['2001::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv6');
}

const privateNames = /(^|\.)(localhost|local|internal|home\.arpa)$/;

/**
 * Decides whether a connection may call a URL: public addresses over HTTP(S) only, so that a base URL typed into a form
 * cannot reach this machine, its network or a cloud's metadata service. Judges what is written; what a name leads to is
 * judged by `guardedLookup` when the connection is made.
 * @throws ConnectorError `forbidden`
 */
export function outboundGuard(isPrivateAllowed: boolean): (url: URL) => void {
  return (url) => {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
      throw new ConnectorError(`The address ${url.protocol}//… is not HTTP.`, { class: 'forbidden' });
    }
    if (isPrivateAllowed || !isPrivate(url.hostname)) return;
    throw refused(`The address ${url.hostname} is in a private network.`);
  };
}

type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Resolves a name once and hands on only addresses that may be called, so that what was judged is what is connected to:
 * a name cannot lead to a public address while it is judged and to a private one a moment later. One private address
 * among several refuses the name. Fails with ConnectorError `forbidden`.
 */
export function guardedLookup(isPrivateAllowed: boolean, resolve: Resolve = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) {
        callback(error ?? new Error(`The name ${hostname} has no address.`), []);
      } else if (!isPrivateAllowed && addresses.some(({ address }) => isPrivate(address))) {
        callback(refused(`The name ${hostname} leads into a private network.`), []);
      } else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

const refused = (message: string): ConnectorError =>
  new ConnectorError(`${message} Set THROUGHLINE_ALLOW_PRIVATE_NETWORK=1 to allow it.`, { class: 'forbidden' });

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
