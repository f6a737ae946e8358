import { CirclePlus, CircleMinus, CircleDot } from 'lucide-react';
import type { MappingDocument, SchemaRef } from '@throughline/core/mapping/document';
import { FieldChanges } from './mapping/field-changes.tsx';
import { TextDiff } from './text-diff.tsx';
import { compareTests } from './compare-tests.ts';

interface MappingDiffProps {
  readonly before: MappingDocument | undefined;
  readonly after: MappingDocument;
}

/** Texts are shown side by side. Shapes and saved tests are shown as a list of changes. */
export const MappingDiff = ({ before, after }: MappingDiffProps) => {
  const tests = compareTests(before?.tests ?? [], after.tests);
  return (
    <div className="flex flex-col gap-4 p-4">
      <ShapeChange title="Source" before={before?.source} after={after.source} />
      <ShapeChange title="Target" before={before?.target} after={after.target} />
      <FieldChanges before={before} after={after} />
      <TextDiff before={before?.text ?? ''} after={after.text} language="jsonata" label="Mapping text" />
      <section>
        <h3 className="mb-1.5 text-caps font-medium text-muted">Saved tests</h3>
        {tests.length === 0 ? (
          <p className="text-muted">Unchanged: {after.tests.length} tests.</p>
        ) : (
          <ul className="flex flex-col gap-1">
            {tests.map(({ name, effect }) => (
              <li key={name} className="flex items-center gap-2">
                {icons[effect]}
                {name} <span className="text-muted">{effect}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
};

const icons = {
  added: <CirclePlus aria-hidden className="size-4 text-live" />,
  removed: <CircleMinus aria-hidden className="size-4 text-failed" />,
  changed: <CircleDot aria-hidden className="size-4 text-review" />,
} as const;

interface ShapeChangeProps {
  readonly title: string;
  readonly before: SchemaRef | undefined;
  readonly after: SchemaRef;
}

const ShapeChange = ({ title, before, after }: ShapeChangeProps) => {
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  return (
    <p>
      <span className="text-muted">{title}: </span>
      {before !== undefined && <s className="text-failed">{describeShape(before)}</s>}{' '}
      <span className="text-live">{describeShape(after)}</span>
    </p>
  );
};

const describeShape = (ref: SchemaRef): string => {
  switch (ref.kind) {
    case 'any':
      return 'anything';
    case 'entity':
      return ref.version === undefined ? ref.entity : `${ref.entity} ${ref.version}`;
    case 'object':
      return `${ref.system} ${ref.object}`;
    case 'bundle':
      return Object.keys(ref.parts).join(' + ');
  }
};
