import type { DeliveryState } from '@throughline/core/db/schema/run';
import { Pill, type Tone } from '#ui/pill.tsx';
import { objectTitle, systemTitle, SystemTile } from '../../systems/system-tile.tsx';
import type { RunDetail } from './run-detail.ts';

type Delivery = RunDetail['deliveries'][number];

/** What was written to which system. */
export const DeliveryList = ({ deliveries }: { readonly deliveries: readonly Delivery[] }) => (
  <ul aria-label="Deliveries" className="flex flex-col gap-1.5">
    {deliveries.map((delivery) => (
      <li key={delivery.id} className="flex items-start gap-2.5 rounded-md border border-line px-2.5 py-2">
        <SystemTile system={delivery.system} />
        <div className="min-w-0 flex-1">
          <p className="font-medium">
            {systemTitle(delivery.system)} {objectTitle(delivery.system, delivery.object).toLowerCase()}{' '}
            {delivery.externalId !== null && (
              <span className="font-mono text-code font-normal">{delivery.externalId}</span>
            )}
          </p>
          <p className="text-small break-all text-muted">
            {delivery.connectionName ?? 'removed connection'} · our key {delivery.recordKey}
            {delivery.attempts > 1 && ` · ${delivery.attempts} attempts`}
          </p>
          {delivery.errorMessage !== null && <p className="text-small text-failed">{delivery.errorMessage}</p>}
        </div>
        <Pill tone={tones[delivery.state]}>
          {delivery.state === 'confirmed' && delivery.effect !== null ? delivery.effect : words[delivery.state]}
        </Pill>
      </li>
    ))}
  </ul>
);

const tones: Record<DeliveryState, Tone> = {
  intended: 'waiting',
  sent: 'running',
  confirmed: 'live',
  failed: 'failed',
  undone: 'skipped',
  'undo-failed': 'failed',
};

const words: Record<DeliveryState, string> = {
  intended: 'intended',
  sent: 'sent, unconfirmed',
  confirmed: 'confirmed',
  failed: 'failed',
  undone: 'taken back',
  'undo-failed': 'not taken back',
};
