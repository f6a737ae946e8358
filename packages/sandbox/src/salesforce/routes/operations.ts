import { collectionOperations } from './collection-operations.ts';
import { compositeOperations } from './composite-operations.ts';
import { describeOperations } from './describe-operations.ts';
import { externalIdOperations } from './external-id-operations.ts';
import type { Operation } from './operation.ts';
import { queryOperations } from './query-operations.ts';
import { recordOperations } from './record-operations.ts';
import { replicationOperations } from './replication-operations.ts';

/** Every REST resource. A path that ends in a fixed word comes before one with a parameter in its place. */
export const operations: readonly Operation[] = [
  ...describeOperations,
  ...replicationOperations,
  ...queryOperations,
  ...compositeOperations,
  ...collectionOperations,
  ...recordOperations,
  ...externalIdOperations,
];
