import { entityNames, entityOf } from '@throughline/core/canonical';

/** The title of a canonical entity. For an unknown entity, its name. */
export const entityTitle = (name: string): string => {
  const known = entityNames.find((each) => each === name);
  return known === undefined ? name : entityOf(known).title;
};
