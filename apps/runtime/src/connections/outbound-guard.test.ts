import { describe, expect, it } from 'vitest';
import { guardedLookup, outboundGuard } from './outbound-guard.ts';

describe('outboundGuard', () => {
  const allows = (address: string, isPrivateAllowed = false, isHttpAllowed = false): boolean => {
    try {
      outboundGuard({ isPrivateAllowed, isHttpAllowed })(new URL(address));
      return true;
    } catch {
      return false;
    }
  };

  it.each([
    'https://halden.my.salesforce.com/services',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
    'https://172.32.0.1/',
  ])('lets through %s', (address) => {
    expect(allows(address)).toBe(true);
  });

  it.each([
    'http://127.0.0.1:8411/',
    'http://localhost/',
    'http://metadata/',
    'http://169.254.169.254/latest/meta-data',
    'http://10.1.2.3/',
    'http://192.168.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[fd00::1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://192.0.0.8/',
    'http://2130706433/',
    'http://db.internal/',
    'ftp://example.com/',
    'http://crm.example.com/',
    'https://user:password@crm.example.com/',
    'https://[::127.0.0.1]/',
    'https://[::ffff:8.8.8.8]/',
    'https://[::ffff:0:127.0.0.1]/',
    'https://[fec0::1]/',
    'https://[2001::1]/',
    'https://[64:ff9b:1::a9fe:a9fe]/',
    'https://168.63.129.16/',
    'https://100.100.100.200/',
    'https://198.18.0.1/',
    'https://240.0.0.1/',
    'https://0.0.0.0/',
    'https://0x7f.1/',
    'https://localhost./',
  ])('stops %s', (address) => {
    expect(allows(address)).toBe(false);
  });

  it('lets private networks through where they are allowed, but nothing other than HTTP', () => {
    expect([allows('http://127.0.0.1/', true), allows('ftp://127.0.0.1/', true)]).toEqual([true, false]);
  });

  it('lets credentials travel unencrypted inside this machine, and elsewhere only where that is allowed', () => {
    expect([allows('http://10.0.0.1/', true), allows('http://10.0.0.1/', true, true)]).toEqual([false, true]);
    expect([allows('http://[::1]/', true), allows('http://localhost:1/', true)]).toEqual([true, true]);
  });
});

describe('guardedLookup', () => {
  /** Tells which address a connection would be made to. `answers` are the resolver's answers, call by call. */
  const connectTo = (
    answers: readonly (readonly string[])[],
    more: { isPrivateAllowed?: boolean; all?: boolean } = {},
  ) => {
    let calls = 0;
    const lookup = guardedLookup(more.isPrivateAllowed ?? false, (_name, _options, callback) => {
      const addresses = answers[calls] ?? [];
      calls += 1;
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    });
    return new Promise<unknown>((resolve) => {
      lookup('crm.example', { all: more.all ?? true }, (error, address) =>
        resolve(
          error === null ? { address, calls } : { class: Reflect.get(error, 'class'), message: error.message, calls },
        ),
      );
    });
  };
  const forbidden = {
    class: 'forbidden',
    message: 'The name crm.example leads into a private network. Set THROUGHLINE_ALLOW_PRIVATE_NETWORK=1 to allow it.',
    calls: 1,
  };

  it('hands on exactly the addresses that it judged, and resolves the name only once', async () => {
    const publicOnes = ['93.184.216.34', '2606:4700::1111'];
    // A second lookup for the connection would lead here.
    const rebound = ['127.0.0.1'];
    expect(await connectTo([publicOnes, rebound])).toEqual({
      address: [
        { address: '93.184.216.34', family: 4 },
        { address: '2606:4700::1111', family: 6 },
      ],
      calls: 1,
    });
    expect(await connectTo([publicOnes, rebound], { all: false })).toEqual({ address: '93.184.216.34', calls: 1 });
  });

  it.each([
    ['127.0.0.1'],
    ['10.0.0.8'],
    ['::1'],
    ['fd00::1'],
    ['::ffff:169.254.169.254'],
    ['93.184.216.34', '127.0.0.1'],
  ])('refuses a name that leads to %s %s', async (...addresses) => {
    expect(await connectTo([addresses])).toEqual(forbidden);
  });

  it('lets private addresses through where they are allowed, and says when a name has no address', async () => {
    expect(await connectTo([['127.0.0.1']], { isPrivateAllowed: true })).toMatchObject({ calls: 1 });
    expect(await connectTo([[]])).toEqual({
      class: undefined,
      message: 'The name crm.example has no address.',
      calls: 1,
    });
  });
});
