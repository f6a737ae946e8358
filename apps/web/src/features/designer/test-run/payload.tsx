import { isBoundedPayload } from '@throughline/core/db/words/bounded-payload';
import { JsonView } from '#ui/json-view.tsx';

/** A value that a step worked on or gave; of a large one only the beginning was kept. */
export const Payload = ({ title, value }: { readonly title: string; readonly value: unknown }) => (
  <section>
    <h2 className="mb-1 text-small font-medium">{title}</h2>
    {value === null || value === undefined ? (
      <p className="text-muted">nothing</p>
    ) : isBoundedPayload(value) ? (
      <>
        <p className="mb-1 text-small text-muted">
          Longer than {value.longerThan.toLocaleString('en')} characters; this is how it begins.
        </p>
        <JsonView value={value.start} label={title.toLowerCase()} />
      </>
    ) : (
      <JsonView value={value} label={title.toLowerCase()} />
    )}
  </section>
);
