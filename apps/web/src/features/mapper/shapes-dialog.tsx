'use client';
import type { MappingDocument, SchemaRef } from '@throughline/core/mapping/document';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { SchemaRefField } from './schema-ref-field.tsx';

interface ShapesDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly document: MappingDocument;
  readonly onChange: (source: SchemaRef, target: SchemaRef) => void;
}

/** Chooses the shapes that the mapping reads and builds. The text does not change. */
export const ShapesDialog = ({ isOpen, onOpenChange, document, onChange }: ShapesDialogProps) => (
  <Dialog
    isOpen={isOpen}
    onOpenChange={onOpenChange}
    title="Shapes"
    description="What the mapping reads and what it builds. The text stays as it is."
    footer={
      <Button variant="primary" onClick={() => onOpenChange(false)}>
        Done
      </Button>
    }
  >
    <div className="flex flex-col gap-3 pb-2">
      <SchemaRefField label="Source" value={document.source} onChange={(source) => onChange(source, document.target)} />
      <SchemaRefField label="Target" value={document.target} onChange={(target) => onChange(document.source, target)} />
    </div>
  </Dialog>
);
