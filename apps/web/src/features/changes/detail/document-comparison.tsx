'use client';
import { flowSchema, valueMapSchema } from '@throughline/core/flow';
import type { DefinitionKind } from '@throughline/core/db/schema/definition';
import { mappingDocument } from '@throughline/core/mapping/document';
import { DocumentDiff } from './document-diff.tsx';
import { StepChanges } from './flow/step-changes.tsx';
import { MappingDiff } from './mapping-diff.tsx';
import { ValueMapDiff } from './value-map-diff.tsx';

interface DocumentComparisonProps {
  readonly kind: DefinitionKind;
  readonly before: unknown;
  readonly after: unknown;
}

/** Two states of a document as a list of changes without drawings, for the narrow space of a dialog. */
export const DocumentComparison = ({ kind, before, after }: DocumentComparisonProps) => {
  if (kind === 'flow') {
    const [was, is] = [flowSchema.safeParse(before), flowSchema.safeParse(after)];
    if (was.success && is.success) return <StepChanges before={was.data} after={is.data} />;
  }
  if (kind === 'mapping') {
    const [was, is] = [mappingDocument.safeParse(before), mappingDocument.safeParse(after)];
    if (is.success) return <MappingDiff before={was.data} after={is.data} />;
  }
  if (kind === 'value-map') {
    const [was, is] = [valueMapSchema.safeParse(before), valueMapSchema.safeParse(after)];
    if (is.success) return <ValueMapDiff before={was.data} after={is.data} />;
  }
  return <DocumentDiff before={before} after={after} />;
};
