'use client';
import type { SchemaRef } from '@throughline/core/mapping/document';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { NewMappingDialog } from '#features/mapper/new-mapping-dialog.tsx';
import { Button } from '#ui/button.tsx';
import { useDesignerData } from '../designer-data.ts';
import { DefinitionPicker } from './pickers.tsx';
import { useFormContext } from './form-context.ts';

interface MappingPickerProps {
  readonly pointer: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The initial shapes of a new mapping. */
  readonly source?: SchemaRef;
  readonly target?: SchemaRef;
  readonly isRequired?: boolean;
  readonly hint?: string;
}

/** Chooses a mapping, opens it in the mapper, or creates a new one with the right shapes. */
export const MappingPicker = (props: MappingPickerProps) => {
  const { pointer, value, onChange, source, target, hint } = props;
  const { mappings } = useDesignerData();
  const { isReadOnly } = useFormContext();
  const [isCreating, setIsCreating] = useState(false);
  return (
    <div className="flex flex-col gap-1">
      <DefinitionPicker
        label="Mapping"
        pointer={pointer}
        value={value}
        onChange={onChange}
        choices={mappings}
        editor={['mappings']}
        isRequired={props.isRequired ?? true}
        {...(hint === undefined ? {} : { hint })}
      />
      {!isReadOnly && (
        <Button variant="ghost" className="self-start" icon={<Plus aria-hidden />} onClick={() => setIsCreating(true)}>
          New mapping
        </Button>
      )}
      <NewMappingDialog
        isOpen={isCreating}
        onOpenChange={setIsCreating}
        onCreated={onChange}
        {...(source === undefined ? {} : { source })}
        {...(target === undefined ? {} : { target })}
      />
    </div>
  );
};
