import { describe, expect, it } from 'vitest';
import { baseString, signRequest } from './oauth1.ts';

describe('OAuth 1.0a', () => {
  it('builds the base string of RFC 5849, section 3.4.1.1', () => {
    const url = new URL('http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b&c2=&a3=2+q');
    const parameters = {
      oauth_consumer_key: '9djdj82h48djs9d2',
      oauth_token: 'kkk9d7dh3k39sjv7',
      oauth_signature_method: 'HMAC-SHA1',
      oauth_timestamp: '137131201',
      oauth_nonce: '7d8f3e4a',
    };
    expect(baseString({ method: 'POST', url }, parameters)).toBe(
      'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D' +
        '%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1' +
        '%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
    );
  });

  it('signs equal requests alike and different requests differently', () => {
    const credentials = {
      realm: '123_SB1',
      consumerKey: 'ck',
      consumerSecret: 'c&s',
      tokenId: 't',
      tokenSecret: 't s',
    };
    const sign = (href: string, nonce = 'n') =>
      signRequest({ method: 'GET', url: new URL(href) }, credentials, nonce, 1_795_435_200);
    const header = sign('https://123-sb1.suitetalk.api.netsuite.com/x?q=1');
    expect(header).toMatch(
      /^OAuth realm="123_SB1", oauth_consumer_key="ck", oauth_nonce="n", oauth_signature_method="HMAC-SHA256", oauth_timestamp="1795435200", oauth_token="t", oauth_version="1.0", oauth_signature="[\w%]+"$/,
    );
    expect(sign('https://123-sb1.suitetalk.api.netsuite.com/x?q=1')).toBe(header);
    expect(sign('https://123-sb1.suitetalk.api.netsuite.com/x?q=2')).not.toBe(header);
    expect(sign('https://123-sb1.suitetalk.api.netsuite.com/x?q=1', 'm')).not.toBe(header);
    expect(header).not.toContain('t s');
  });
});
