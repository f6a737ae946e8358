import { healthDatabase } from '#server/database.ts';
import { webEnv } from '#server/env.ts';
import { readHealth } from '#server/health/read-health.ts';
import { sharedResult } from '#server/health/shared-result.ts';

const lookAgainMs = 1000;

const currentHealth = sharedResult(
  lookAgainMs,
  () => performance.now(),
  () => readHealth(healthDatabase(), webEnv().sandboxUrls),
);

/** For load balancers and `npm start`: 200 when all is well, 503 when a part is down, with the state of each. */
export const GET = async (): Promise<Response> => {
  const health = await currentHealth();
  return Response.json(health, { status: health.isUp ? 200 : 503, headers: { 'cache-control': 'no-store' } });
};
