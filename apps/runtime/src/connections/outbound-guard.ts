import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { ConnectorError } from '@throughline/core/connector/error';

/** Two lists: in one, the networks of IPv4 in IPv6 would hold every IPv4 address. */
const privateNetworks4 = new BlockList();
const privateNetworks6 = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Metadata services of most clouds, and link-local addresses.
  ['169.254.0.0', 16],
  ['168.63.129.16', 32],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  privateNetworks4.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  // IPv4 inside IPv6, in all its forms: a gateway would carry it to the address inside.
  ['::', 96],
  ['::ffff:0:0', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['100::', 64],
  // Teredo and other protocols, and addresses for documentation.
  ['2001::', 23],
  ['2001:db8::', 32],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  privateNetworks6.addSubnet(network, prefix, 'ipv6');
}
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const privateNames = /(^|\.)(localhost|local|internal|home\.arpa)$/;

export interface OutboundRules {
  /** Addresses of this machine and of its networks may be called. */
  readonly isPrivateAllowed: boolean;
  /** Credentials may travel unencrypted, also outside of this machine. */
  readonly isHttpAllowed: boolean;
}

/**
 * Decides whether a connection may call a URL: public addresses over HTTPS only, so that a base URL typed into a form
 * cannot reach this machine, its network or a cloud's metadata service, and credentials cannot be read on the way.
 * Judges what is written; what a name leads to is judged by `guardedLookup` when the connection is made.
 * @throws ConnectorError `forbidden`
 */
export function outboundGuard({ isPrivateAllowed, isHttpAllowed }: OutboundRules): (url: URL) => void {
  return (url) => {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
      throw new ConnectorError(`The address ${url.protocol}//… is not HTTP.`, { class: 'forbidden' });
    }
    if (url.username !== '' || url.password !== '') {
      throw new ConnectorError(`The address of ${url.host} holds a name or a password. Take them out.`, {
        class: 'forbidden',
      });
    }
    if (!isPrivateAllowed && isPrivate(url.hostname)) {
      throw refused(`The address ${url.hostname} is in a private network.`);
    }
    if (url.protocol === 'https:' || isHttpAllowed || isLoopback(url.hostname)) return;
    throw new ConnectorError(
      `The address http://${url.host} would send credentials unencrypted. Use https, or set THROUGHLINE_ALLOW_HTTP=1.`,
      { class: 'forbidden' },
    );
  };
}

type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Resolves a name once and hands on only addresses that may be called, so that the judged address is the one that is
 * connected to. A name can therefore not resolve to a public address while it is judged and to a private one a moment
 * later. One private address among several refuses the name. Fails with ConnectorError `forbidden`.
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

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

function isPrivate(hostname: string): boolean {
  const host = bare(hostname);
  switch (isIP(host)) {
    case 4:
      return privateNetworks4.check(host, 'ipv4');
    case 6:
      return privateNetworks6.check(host, 'ipv6');
    default:
      return privateNames.test(host.toLowerCase()) || !host.includes('.');
  }
}

function isLoopback(hostname: string): boolean {
  const host = bare(hostname);
  const family = isIP(host);
  if (family === 0) return host.toLowerCase() === 'localhost';
  return loopback.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
