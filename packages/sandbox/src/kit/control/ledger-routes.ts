import { Hono } from 'hono';
import type { EffectKind } from '../collection.ts';
import type { LedgerFilter } from '../ledger.ts';
import type { SandboxEnv, SystemContext } from '../system.ts';
import { ControlInputError } from './control-input.ts';

const EFFECT_KINDS: readonly EffectKind[] = ['created', 'updated', 'deleted'];

/** `GET /ledger?since=<seq>&collection=<name>&kind=<created|updated|deleted>`; the last two filter the effects only. */
export function ledgerRoutes({ ledger }: SystemContext): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.get('/ledger', (c) => {
    const filter = readFilter(c.req.query());
    return c.json({
      lastSeq: ledger.lastSeq,
      dropped: ledger.dropped,
      requests: ledger.requests(filter),
      effects: ledger.effects(filter),
    });
  });
  app.delete('/ledger', (c) => {
    ledger.clear();
    return c.body(null, 204);
  });
  return app;
}

function readFilter(query: Record<string, string>): LedgerFilter {
  const sinceSeq = query['since'] === undefined ? 0 : Number(query['since']);
  if (!Number.isInteger(sinceSeq)) throw new ControlInputError('"since" must be a whole number.');
  const kind = query['kind'];
  if (kind !== undefined && !EFFECT_KINDS.includes(kind as EffectKind)) {
    throw new ControlInputError(`"kind" must be one of ${EFFECT_KINDS.join(', ')}.`);
  }
  const collection = query['collection'];
  return {
    sinceSeq,
    ...(kind !== undefined && { kind: kind as EffectKind }),
    ...(collection !== undefined && { collection }),
  };
}
