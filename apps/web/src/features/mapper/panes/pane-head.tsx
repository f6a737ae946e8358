import type { ReactNode } from 'react';
import type { SchemaRef } from '@throughline/core/mapping/document';
import { EntityLink } from '#features/model/entity-link.tsx';
import { describeSchemaRef } from '../describe-schema-ref.ts';

interface PaneHeadProps {
  readonly shape: SchemaRef;
  readonly kind: 'source' | 'target';
  readonly children: ReactNode;
}

/** What a tree shows, and its search. */
export const PaneHead = ({ shape, kind, children }: PaneHeadProps) => {
  const title = describeSchemaRef(shape);
  return (
    <div className="flex h-10 shrink-0 items-center gap-1.5 border-b border-line px-3">
      <div className="flex min-w-0 flex-1 items-center gap-0.5">
        <h2 className="min-w-0 truncate font-semibold" title={title}>
          {title}
          <span className="sr-only"> {kind}</span>
        </h2>
        {shape.kind === 'entity' && <EntityLink entity={shape.entity} />}
      </div>
      {children}
    </div>
  );
};
