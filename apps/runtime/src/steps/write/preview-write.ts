import type { RehearsedRequest } from '@throughline/core/connector';
import { differences, type Difference } from '@throughline/core/mapping/differences';
import type { RunContext } from '../../run/run-context.ts';
import { callOptions } from '../../connections/connections.ts';
import { useConnection } from '../../run/use-connection.ts';
import type { WriteResult } from './delivering.ts';
import type { WriteWish } from './evaluate-write.ts';
import { findTarget } from './find-target.ts';
import { isReflected } from './is-reflected.ts';
import { objectOf } from './object-of.ts';
import { planWrite } from './plan-write.ts';

/** What a write would do, told by a test run. */
export interface WritePreview extends WriteResult {
  readonly would: {
    readonly operation: string;
    readonly record: unknown;
    /** Fields that would change, as `{ pointer, expected, actual }`: expected is ours, actual is there now. */
    readonly changes: readonly Difference[];
    /** What would be sent, in this order. Empty if nothing would. */
    readonly requests: readonly RehearsedRequest[];
  };
}

/** Reads what exists and sends nothing. */
export function previewWrite(context: RunContext, wish: WriteWish): Promise<WritePreview> {
  return useConnection(context, wish.connection, async (used) => {
    const object = objectOf(used, wish.object);
    const { candidates, recordKey, record } = wish;
    const target = await findTarget(context, { used, object, wish, candidates, isRecordNeeded: true });
    const plan = planWrite(wish, object, target);
    return {
      // Later steps of the test need an id to continue with, and this one shows what it is.
      id: target?.id ?? `test:${recordKey}`,
      effect: plan.kind === 'nothing' ? plan.effect : effectOf(plan.request.operation),
      externalId: recordKey,
      would: {
        operation: plan.kind === 'nothing' ? 'none' : plan.request.operation,
        record: record ?? null,
        changes: target?.record === undefined ? [] : changedFields(record, target.record),
        requests: plan.kind === 'nothing' ? [] : await used.session.rehearse(plan.request, callOptions),
      },
    };
  });
}

function effectOf(operation: string): WriteResult['effect'] {
  if (operation === 'delete') return 'deleted';
  return operation === 'update' ? 'updated' : 'created';
}

/** Compares only what we would send, because a system's other fields are none of this write's business. */
function changedFields(ours: unknown, theirs: Readonly<Record<string, unknown>>): Difference[] {
  return Object.entries({ ...(ours as object) }).flatMap(([field, value]) =>
    isReflected(value, theirs[field]) ? [] : differences(value, theirs[field], `/${field}`),
  );
}
