import { expect, test } from 'vitest';
import { hmacSha256Signature, parseOAuthHeader, percentEncode, signatureBaseString } from './oauth1.ts';

test('the signature base string of RFC 5849, section 3.4.1.1', () => {
  const parameters = new Map([
    ['realm', 'Example'],
    ['oauth_consumer_key', '9djdj82h48djs9d2'],
    ['oauth_token', 'kkk9d7dh3k39sjv7'],
    ['oauth_signature_method', 'HMAC-SHA1'],
    ['oauth_timestamp', '137131201'],
    ['oauth_nonce', '7d8f3e4a'],
    ['oauth_signature', 'bYT5CMsGcbgUdFHObYMEfcx6bsw='],
  ]);
  const url = 'http://example.com/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b&c2&a3=2+q';
  expect(signatureBaseString({ method: 'post', url, parameters })).toBe(
    'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
  );
});

test('the key of the signature is both secrets, encoded', () => {
  expect(hmacSha256Signature('base', 'a&b', 'c d')).toBe('jGUKOVHux466qloZdHUroLtWRktgyNduP+1228sgQdw=');
});

test('a header is read with its escapes, and a header of another scheme gives nothing', () => {
  expect(parseOAuthHeader('OAuth realm="T", oauth_signature="a%2Bb%3D"')).toEqual(
    new Map([
      ['realm', 'T'],
      ['oauth_signature', 'a+b='],
    ]),
  );
  expect(parseOAuthHeader('Bearer x')).toBeUndefined();
});

test('percent-encoding follows RFC 3986', () => {
  expect(percentEncode("a-._~ !*'()ü")).toBe('a-._~%20%21%2A%27%28%29%C3%BC');
});
