import { unitOf } from './unit-of.ts';
import type { KnownCall } from './function-result.ts';
import { unitText } from './type-text.ts';
import { nothing } from './value.ts';

/** Reports an argument whose unit differs from the one that the function takes. */
export function checkUnit({ interpreter, known, args, sites, site }: KnownCall, index: number, wanted: string): void {
  const unit = unitOf(args[index] ?? nothing);
  const at = sites[index] ?? site;
  if (unit === undefined || unit === wanted) {
    interpreter.acquit('UNIT_MISMATCH', at);
    return;
  }
  interpreter.report({
    code: 'UNIT_MISMATCH',
    severity: 'error',
    site: at,
    message: `$${known.name} takes ${unitText(wanted)}, and this is in ${unitText(unit)}.`,
  });
}
