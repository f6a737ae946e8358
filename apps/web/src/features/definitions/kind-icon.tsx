import { ArrowLeftRight, Boxes, Table2, Workflow, type LucideIcon } from 'lucide-react';
import type { DefinitionKind } from '@throughline/core/db/schema/definition';

/** The icon of a definition's kind, the same everywhere. */
export const KindIcon = ({
  kind,
  className = 'size-3.5',
}: {
  readonly kind: DefinitionKind;
  readonly className?: string;
}) => {
  const Icon = icons[kind];
  return <Icon aria-hidden className={`shrink-0 text-muted ${className}`} />;
};

const icons: Record<DefinitionKind, LucideIcon> = {
  flow: Workflow,
  mapping: ArrowLeftRight,
  'value-map': Table2,
  entity: Boxes,
};
