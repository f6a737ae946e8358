export const definitionFilters = ['all', 'draft', 'in-review', 'live'] as const;
export type DefinitionFilter = (typeof definitionFilters)[number];
