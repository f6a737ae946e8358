import type { BehaviourReport } from '@throughline/core/mapping/behaviour';
import { countText } from '#ui/count-text.ts';

/** On what two versions were compared, and how many records differ, in a sentence. */
export const summaryText = ({ compared, different, failInBoth, fields }: BehaviourReport): string => {
  const leftOut = fields.find(({ field }) => field === '')?.counts['not-compared'] ?? 0;
  if (compared === 0 && leftOut > 0) return `None of ${countText(leftOut, 'record')} could be compared.`;
  if (compared === 0) {
    return 'There was nothing to compare on: it has no saved tests, and no recent run used it. Save a test to see what changes.';
  }
  const found =
    different === 0
      ? `No output changes on ${countText(compared, 'record')}.`
      : `Outputs change on ${different} of ${countText(compared, 'record')}.`;
  const failing = failInBoth === 0 ? '' : ` Both versions fail on ${failInBoth}.`;
  return `${found}${failing}${leftOut === 0 ? '' : ` ${leftOut} could not be compared.`}`;
};

/** Where the records come from, in a sentence. */
export const originText = (
  { compared, fromTests }: BehaviourReport,
  { leftOut, recordsLeftOut }: { readonly leftOut: number; readonly recordsLeftOut: number },
): string => {
  const parts = [
    ...(fromTests > 0 ? [countText(fromTests, 'saved sample')] : []),
    ...(compared - fromTests > 0 ? [`${countText(compared - fromTests, 'record')} of recent runs, masked`] : []),
  ];
  const tooMuch = [
    ...(leftOut > 0 ? [countText(leftOut, 'saved sample')] : []),
    ...(recordsLeftOut > 0 ? [countText(recordsLeftOut, 'record')] : []),
  ];
  const list = new Intl.ListFormat('en');
  const rest = tooMuch.length === 0 ? '' : ` ${list.format(tooMuch)} beyond the limits left out.`;
  return parts.length === 0 ? rest.trim() : `Compared on ${list.format(parts)}.${rest}`;
};
