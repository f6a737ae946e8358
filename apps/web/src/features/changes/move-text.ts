interface Versions {
  readonly from: number | null;
  readonly to: number | null;
}

/** Says how the live version of a document changes. */
export const moveText = ({ from, to }: Versions): string => {
  if (to === null) return from === null ? 'not live' : `version ${from} → not live any more`;
  return from === null ? `not live → version ${to}` : `version ${from} → version ${to}`;
};
