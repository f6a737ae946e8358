import { expect, test } from 'vitest';
import { addressGroup, clientAddress, readTrustedProxies } from './client-address.ts';

const nobody = readTrustedProxies([]);
const proxies = readTrustedProxies(['10.0.0.0/8', '192.0.2.7', '2001:db8:1::/48']);

test('a forwarded address is ignored while no proxy is trusted', () => {
  expect(clientAddress({ socketAddress: '203.0.113.9', forwardedFor: '198.51.100.1' }, nobody)).toBe('203.0.113.9');
});

test.each([
  ['10.0.0.5', '198.51.100.1', '198.51.100.1'],
  ['10.0.0.5', '198.51.100.66, 198.51.100.1', '198.51.100.1'],
  ['10.0.0.5', '198.51.100.66, 198.51.100.1, 192.0.2.7', '198.51.100.1'],
  ['::ffff:10.0.0.5', '198.51.100.1', '198.51.100.1'],
  ['2001:db8:1::5', '2001:db8:2::9', '2001:db8:2::9'],
  ['10.0.0.5', 'invented', '10.0.0.5'],
  ['10.0.0.5', null, '10.0.0.5'],
  ['10.0.0.5', '10.1.1.1, 10.2.2.2', '10.1.1.1'],
  ['203.0.113.9', '10.0.0.1', '203.0.113.9'],
])('from %s with x-forwarded-for %j the client is %s', (socketAddress, forwardedFor, client) => {
  expect(clientAddress({ socketAddress, forwardedFor }, proxies)).toBe(client);
});

test('all clients with an unknown address are treated as one', () => {
  expect(clientAddress({ socketAddress: undefined, forwardedFor: '198.51.100.1' }, proxies)).toBe('unknown');
});

test.each(['proxy.example', '10.0.0.0/33', '10.0.0', ''])('%j is refused as a trusted proxy', (entry) => {
  expect(() => readTrustedProxies([entry])).toThrow('is neither an address nor a range');
});

test.each([
  ['198.51.100.1', '198.51.100.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8::5', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s is limited as %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});
