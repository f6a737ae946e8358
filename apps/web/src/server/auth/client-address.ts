import { BlockList, isIP } from 'node:net';

/** Addresses of proxies whose `x-forwarded-for` is trusted. */
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
  /** The peer of the connection; undefined if it is not known. */
  readonly socketAddress: string | undefined;
  /** `x-forwarded-for` as received. Each proxy appends the address of its client, and the beginning may be invented. */
  readonly forwardedFor: string | null;
}

/**
 * The address that sent a request: the peer of the connection, or, if that is a trusted proxy, the last address before
 * the trusted ones. `unknown` stands for all clients whose address cannot be determined; they share their limits.
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

/** Writes IPv4 in its own notation, even if the socket listens on IPv6, and removes the zone of a local address. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');

/** The key of limits. An IPv6 customer has a whole network, so the first half of the address represents all of it. */
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
