'use client';
import { memo } from 'react';
import type { MappingTabsProps } from '../mapping-tabs.tsx';
import type { MapperTrees } from '../picking/mapper-trees.ts';
import type { Picking } from '../picking/picking.ts';
import { FieldEditor } from './field-editor.tsx';

interface SelectedFieldEditorProps extends Pick<
  MappingTabsProps,
  'document' | 'shapes' | 'checks' | 'evaluator' | 'samples' | 'actions' | 'isReadOnly' | 'fill'
> {
  readonly trees: MapperTrees;
  readonly picking: Picking;
}

/**
 * The editor of the selected target field; nothing for a source field. It is not drawn anew while the pointer moves over
 * fields.
 */
export const SelectedFieldEditor = memo((props: SelectedFieldEditorProps) => {
  const { document, checks, samples, actions, picking, fill, trees } = props;
  const { selected } = picking.state;
  const node = selected?.side === 'target' ? trees.target.byId.get(selected.id) : undefined;
  if (node === undefined) return null;
  return (
    <FieldEditor
      {...props}
      text={document.text}
      target={node.path}
      preview={checks.preview}
      request={checks.request}
      samples={samples.all}
      tests={document.tests}
      outcomes={checks.outcomes}
      fill={fill.get(node.id)}
      onEdit={actions.edit}
    />
  );
});
SelectedFieldEditor.displayName = 'SelectedFieldEditor';
