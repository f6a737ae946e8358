'use client';
import { useMemo, useState } from 'react';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { allowedValues } from '../field-editor/allowed-values.ts';
import type { FieldTreeProps } from '../tree/field-tree.tsx';
import type { MapperCanvas } from '../use-mapper-canvas.ts';
import { fieldSpan } from './show-in-text.ts';
import { WriteBox } from './write-box.tsx';

/** Opens and closes the box in which the value of a target field is typed. */
export const useWriteBox = (
  { trees, picking }: Pick<MapperCanvas, 'trees' | 'picking'>,
  text: string,
  targetSchema: JsonSchema,
  isReadOnly: boolean,
) => {
  const [id, setId] = useState<string>();
  const attached = useMemo((): FieldTreeProps['attached'] => {
    if (id === undefined) return undefined;
    const path = trees.target.byId.get(id)?.path ?? [];
    const span = fieldSpan(text, path);
    const content = (
      <WriteBox
        key={id}
        target={id}
        expression={span === undefined ? '' : text.slice(span.from, span.to)}
        sources={trees.source.byId}
        allowed={allowedValues(targetSchema, path)}
        onWrite={(value) => picking.write(id, value)}
        onClose={(hasFocusElsewhere = false) => {
          setId(undefined);
          if (!hasFocusElsewhere) trees.target.fields.go(id, true);
        }}
      />
    );
    return { id, content };
  }, [id, text, targetSchema, trees, picking]);
  return { attached, onWrite: (wanted: string) => (isReadOnly ? undefined : setId(wanted)) };
};
