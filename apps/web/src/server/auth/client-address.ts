import { BlockList, isIP } from 'node:net';

/** Addresses of proxies whose `x-forwarded-for` is believed. */
export interface TrustedProxies {
  readonly has: (address: string) => boolean;
}

/** @throws Error naming the entry that is neither an address nor a range like `10.0.0.0/8` */
export const readTrustedProxies = (entries: readonly string[]): TrustedProxies => {
  const list = new BlockList();
  for (const entry of entries) addEntry(list, entry);
  return { has: (address) => isIP(address) !== 0 && list.check(address, familyOf(address)) };
};

const addEntry = (list: BlockList, entry: string): void => {
  const [, address = '', prefix] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(entry) ?? [];
  const longest = isIP(address) === 6 ? 128 : 32;
  const bits = prefix === undefined ? longest : Number(prefix);
  if (isIP(address) === 0 || bits > longest) {
    throw new Error(`“${entry}” is neither an address nor a range of addresses such as 10.0.0.0/8.`);
  }
  list.addSubnet(address, bits, familyOf(address));
};

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

interface Hops {
  /** The other end of the connection; undefined when nobody knows it. */
  readonly socketAddress: string | undefined;
  /** `x-forwarded-for` as it came: each proxy adds at its end whom it heard from, and the beginning may be invented. */
  readonly forwardedFor: string | null;
}

/**
 * Who sent a request: the other end of the connection, or, when that is a trusted proxy, the last address before the
 * trusted ones. `unknown` stands for everybody whose address cannot be told; they share their limits.
 */
export const clientAddress = ({ socketAddress, forwardedFor }: Hops, trusted: TrustedProxies): string => {
  let address = plain(socketAddress ?? '');
  if (isIP(address) === 0) return 'unknown';
  for (const hop of (forwardedFor ?? '').split(',').toReversed()) {
    if (!trusted.has(address)) break;
    const earlier = plain(hop.trim());
    if (isIP(earlier) === 0) break;
    address = earlier;
  }
  return address;
};

/** IPv4 in its own notation, also where the socket listens on IPv6; without the zone of a local address. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');

/** What limits count by: an IPv6 customer owns a whole network, so its first half stands for all of it. */
export const addressGroup = (address: string): string => {
  if (isIP(address) !== 6) return address;
  const [left = '', right] = address.split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const zeros =
    right === undefined ? [] : Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  const groups = [...head, ...zeros, ...tail].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
};
