import type { Setting } from './step-settings.ts';

/** Settings of a step, of the trigger or of the flow, one per line. */
export const StepFields = ({ settings }: { readonly settings: readonly Setting[] }) =>
  settings.length > 0 && (
    <dl className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      {settings.map(({ pointer, label, value }) => (
        <div key={pointer} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-small break-words text-muted">{label}</dt>
          <dd className="min-w-0 font-mono text-code break-words whitespace-pre-wrap">{value}</dd>
        </div>
      ))}
    </dl>
  );
