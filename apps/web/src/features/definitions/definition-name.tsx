import type { DefinitionSummary } from '#server/definitions/describe-definitions.ts';

/** Name with its key or description below, as the first column of a list. */
export const DefinitionName = ({ definition }: { readonly definition: DefinitionSummary }) => (
  <span className="flex min-w-40 flex-col">
    <span className="line-clamp-2 font-medium">{definition.name}</span>
    <span className="line-clamp-1 max-w-xl text-small text-muted">
      {definition.description === '' ? definition.key : definition.description}
    </span>
  </span>
);
