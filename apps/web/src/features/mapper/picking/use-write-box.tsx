'use client';
import { useMemo, useState } from 'react';
import type { FieldTreeProps } from '../tree/field-tree.tsx';
import type { MapperCanvas } from '../use-mapper-canvas.ts';
import { fieldSpan } from './show-in-text.ts';
import { WriteBox } from './write-box.tsx';

/** Opens and closes the box in which the value of a target field is typed. */
export const useWriteBox = (
  { trees, picking }: Pick<MapperCanvas, 'trees' | 'picking'>,
  text: string,
  isReadOnly: boolean,
) => {
  const [id, setId] = useState<string>();
  const attached = useMemo((): FieldTreeProps['attached'] => {
    if (id === undefined) return undefined;
    const span = fieldSpan(text, trees.target.byId.get(id)?.path ?? []);
    const content = (
      <WriteBox
        key={id}
        target={id}
        expression={span === undefined ? '' : text.slice(span.from, span.to)}
        sources={trees.source.byId}
        onWrite={(value) => picking.write(id, value)}
        onClose={() => {
          setId(undefined);
          trees.target.fields.go(id, true);
        }}
      />
    );
    return { id, content };
  }, [id, text, trees, picking]);
  return { attached, onWrite: (wanted: string) => (isReadOnly ? undefined : setId(wanted)) };
};
