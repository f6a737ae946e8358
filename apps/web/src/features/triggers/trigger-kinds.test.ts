import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { triggerKinds } from './trigger-kinds.ts';

test('the guide advises the trigger by the name that the designer offers', () => {
  const guide = readFileSync(new URL('../../../../../docs/try-it.md', import.meta.url), 'utf8');
  expect(guide).toContain(`choose *${triggerKinds.change}* for its trigger`);
});
