import { ConnectorError } from '@throughline/core/connector/error';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { verifyStandardWebhook } from './standard-webhook.ts';

const secret = 'whsec_c2FuZGJveC13ZWJob29rLXNlY3JldC0wMDAx';
const body = JSON.stringify({ name: 'Zoë & Söhne' });
const sentAt = new Date('2026-11-23T12:00:00Z');
const nowMs = sentAt.getTime();

/** Signed by the reference implementation, not by ours. */
function signed(more: Readonly<Record<string, string | undefined>> = {}, by = secret) {
  return {
    headers: {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(nowMs / 1000),
      'webhook-signature': new Webhook(by).sign('msg_1', sentAt, body),
      ...more,
    },
    body: Buffer.from(body),
  };
}

describe('verifyStandardWebhook', () => {
  it('accepts what the reference implementation signed and gives its id', () => {
    expect(verifyStandardWebhook(signed(), secret, nowMs)).toBe('msg_1');
  });

  it('accepts any one of several signatures', () => {
    const stale = new Webhook('whsec_b2xkLXNlY3JldA==').sign('msg_1', sentAt, body);
    const good = new Webhook(secret).sign('msg_1', sentAt, body);
    const request = signed({ 'webhook-signature': `v1a,Zm9v ${stale} ${good}` });
    expect(verifyStandardWebhook(request, secret, nowMs)).toBe('msg_1');
  });

  it.each([
    ['five minutes late', 300_000],
    ['five minutes early', -300_000],
  ])('accepts a request %s', (_name, offMs) => {
    expect(verifyStandardWebhook(signed(), secret, nowMs + offMs)).toBe('msg_1');
  });

  it.each([
    ['another secret', signed({}, 'whsec_b3RoZXItc2VjcmV0'), nowMs],
    ['a changed body', { ...signed(), body: Buffer.from(body.replace('Z', 'S')) }, nowMs],
    ['a changed id', signed({ 'webhook-id': 'msg_2' }), nowMs],
    ['no signature', signed({ 'webhook-signature': undefined }), nowMs],
    ['no id', signed({ 'webhook-id': undefined }), nowMs],
    ['a signature of another version', signed({ 'webhook-signature': 'v2,Zm9v' }), nowMs],
    ['a signature that is not base64', signed({ 'webhook-signature': 'v1,%%%' }), nowMs],
    ['a timestamp that is not a number', signed({ 'webhook-timestamp': 'soon' }), nowMs],
    ['more than five minutes of age', signed(), nowMs + 301_000],
    ['a time more than five minutes ahead', signed(), nowMs - 301_000],
  ])('refuses %s', (_name, request, now) => {
    expect(refusal(() => verifyStandardWebhook(request, secret, now))).toBe('auth');
  });

  it('refuses everything when the secret is empty', () => {
    expect(refusal(() => verifyStandardWebhook(signed(), 'whsec_', nowMs))).toBe('auth');
  });
});

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ConnectorError) return error.class;
  }
  return 'accepted';
}
