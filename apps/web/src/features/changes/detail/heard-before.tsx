import { TakeUpEvents } from '../../triggers/take-up-events.tsx';
import type { ChangeDetail } from './change-detail.ts';

/**
 * For each flow that this change makes live, offers to process the events that its system sent before the flow was
 * live.
 */
export const HeardBefore = ({ change }: { readonly change: ChangeDetail }) => {
  const live = change.environments.filter(({ state }) => state === 'live');
  const flows = change.items.filter(({ kind }) => kind === 'flow');
  return live.flatMap((place) =>
    flows.map(({ key, name }) => (
      <div key={`${place.key} ${key}`} className="mt-2 flex flex-col gap-2 empty:hidden">
        <TakeUpEvents flowKey={key} environment={place.key} prefix={`“${name}” in ${place.name}: `} />
      </div>
    )),
  );
};
