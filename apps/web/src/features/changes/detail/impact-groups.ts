import type { ChangeDetail } from './change-detail.ts';

type Flows = ChangeDetail['impact']['flows'];

interface ImpactGroup {
  readonly words: string;
  readonly flows: Flows;
}

interface Impacting {
  readonly impact: { readonly flows: Flows };
  readonly items: readonly Pick<ChangeDetail['items'][number], 'kind' | 'key' | 'baseVersionNumber'>[];
}

/** The flows that a change touches. A new one cannot behave differently, because it never ran. */
export const impactGroups = ({ impact: { flows }, items }: Impacting): readonly ImpactGroup[] => {
  const newKeys = new Set(
    items.flatMap(({ kind, key, baseVersionNumber }) => (kind === 'flow' && baseVersionNumber === null ? [key] : [])),
  );
  const added = flows.filter(({ key }) => newKeys.has(key));
  const touched = flows.filter(({ key }) => !newKeys.has(key));
  return [
    { words: added.length === 1 ? 'One flow is new' : `${added.length} flows are new`, flows: added },
    {
      words:
        touched.length === 1 ? 'One flow may behave differently' : `${touched.length} flows may behave differently`,
      flows: touched,
    },
  ].filter((group) => group.flows.length > 0);
};
