import type { AnchorKind } from '@throughline/core/db/schema/change';
import { otherParts } from '../mapping/compare-mapping-fields.ts';
import type { ChangeItem } from '../change-detail.ts';
import { settingsId, triggerId } from '../flow/compare-flow-steps.ts';

interface Anchor {
  readonly anchorKind: AnchorKind;
  readonly anchor: string;
}

/** Where a comment is, in words: `field taxCode`. */
export const anchorText = ({ anchorKind, anchor }: Anchor): string => {
  if (anchor === otherParts) return 'around the fields';
  if (anchor === triggerId) return 'trigger';
  if (anchor === settingsId) return 'flow settings';
  return `${anchorKind} ${anchor}`;
};

/** Parameters of the page's URL that open the document and the place. */
export const anchorParameters = (
  { id, anchorKind, anchor }: Anchor & { readonly id: string },
  item: Pick<ChangeItem, 'kind' | 'key'> | undefined,
): string => {
  const parameters = new URLSearchParams({ thread: id });
  if (item !== undefined) parameters.set('item', `${item.kind}:${item.key}`);
  if (anchorKind === 'step') parameters.set('step', anchor);
  return parameters.toString();
};
