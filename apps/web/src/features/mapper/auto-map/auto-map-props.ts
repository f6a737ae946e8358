import type { Coverage } from '../coverage.ts';
import type { MapperActions } from '../use-mapper.ts';
import type { ProposalsInput } from './use-proposals.ts';

/** What the preview of proposals builds on. */
export interface AutoMapProps extends ProposalsInput {
  readonly coverage: Coverage;
  readonly actions: MapperActions;
}
