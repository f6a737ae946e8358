import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { signWebhook } from './sign.ts';

test('signs id, timestamp and body with the decoded secret', () => {
  const secret = `whsec_${Buffer.from('a secret').toString('base64')}`;
  const expected = createHmac('sha256', 'a secret').update('msg_1.1700000000.{"a":1}').digest('base64');
  expect(signWebhook({ id: 'msg_1', timestampSeconds: 1_700_000_000, body: '{"a":1}', secret })).toEqual({
    'webhook-id': 'msg_1',
    'webhook-timestamp': '1700000000',
    'webhook-signature': `v1,${expected}`,
  });
});

test('gives the signature of the Standard Webhooks reference example', () => {
  const message = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestampSeconds: 1_614_265_330,
    body: '{"test": 2432232314}',
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  };
  expect(signWebhook(message)['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});
