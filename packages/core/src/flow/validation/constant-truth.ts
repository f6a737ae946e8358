import { createMappingChecker } from '../../mapping/analysis/create-mapping-checker.ts';
import { one } from '../../mapping/analysis/count.ts';
import type { Type } from '../../mapping/analysis/value.ts';
import { readSafely } from './identity.ts';

/**
 * What a condition is for every record: true, false, or `same` where that is not known. Undefined for one that reads
 * data, or that calls a function whose answer is not known.
 */
export function constantTruth(text: string): boolean | 'same' | undefined {
  const reading = readSafely(text);
  if (reading?.isConstant !== true || reading.functions.some(({ name }) => changing.has(name))) return undefined;
  const { result } = createMappingChecker().check(text);
  const truths = new Set(result?.count === one ? result.types.map(truthOfType) : []);
  const [truth] = truths;
  if (truths.size === 1 && truth !== undefined) return truth;
  return reading.functions.length === 0 ? 'same' : undefined;
}

/** Functions that answer differently each time. */
const changing: ReadonlySet<string> = new Set(['now', 'millis', 'random', 'shuffle']);

function truthOfType(type: Type): boolean | undefined {
  switch (type.kind) {
    case 'null':
      return false;
    case 'boolean':
      return type.value;
    case 'number':
      return type.value === undefined ? undefined : type.value !== 0;
    case 'string': {
      const truths = new Set(type.values?.map((value) => value !== ''));
      const [truth] = truths;
      return truths.size === 1 ? truth : undefined;
    }
    default:
      return undefined;
  }
}
