import { describe, expect, it } from 'vitest';
import { Redactor } from './redact.ts';

describe('Redactor', () => {
  it('takes secrets out as they are and as they look in a URL or a form', () => {
    const redactor = new Redactor();
    redactor.add('p@ss word/1', 'token-123456');
    const text = 'p@ss word/1 p%40ss%20word%2F1 p%40ss+word%2F1 Bearer token-123456.';
    expect(redactor.clean(text)).toBe('••• ••• ••• Bearer •••.');
  });

  it.each([
    ['base64', Buffer.from('sEcr3t/tok+en=="&x').toString('base64')],
    ['base64url', Buffer.from('sEcr3t/tok+en=="&x').toString('base64url')],
    ['JSON', String.raw`sEcr3t/tok+en==\"&x`],
    ['JSON of some vendors', String.raw`sEcr3t\/tok+en==\"&x`],
    ['basic authentication', Buffer.from('client-1:sEcr3t/tok+en=="&x').toString('base64')],
    [
      'basic authentication in a URL',
      encodeURIComponent(Buffer.from('client-1:sEcr3t/tok+en=="&x').toString('base64')),
    ],
  ])('takes a secret out in the form of %s', (_, form) => {
    const redactor = new Redactor();
    redactor.add('sEcr3t/tok+en=="&x');
    redactor.addPair('client-1', 'sEcr3t/tok+en=="&x');
    expect(redactor.clean(`Bad ${form} here`)).toBe('Bad ••• here');
  });

  it('takes the longer one first when one secret contains another', () => {
    const redactor = new Redactor();
    redactor.add('secret', 'secret-and-more');
    expect(redactor.clean('secret-and-more')).toBe('•••');
  });

  it('leaves texts alone that are too short to be a secret', () => {
    const redactor = new Redactor();
    redactor.add('', 'on');
    expect(redactor.clean('turned on')).toBe('turned on');
  });

  it('takes secrets out of a JSON value, which stays one', () => {
    const redactor = new Redactor();
    redactor.add('123456');
    expect(redactor.cleanValue({ id: 1234567, '123456': [true, null, 'a 123456', 12] })).toEqual({
      id: '•••',
      '•••': [true, null, 'a •••', 12],
    });
  });
});
