import { z } from 'zod';

/**
 * JSON data: payloads and documents that are stored unchanged, and that mappings read. The wire format also allows
 * dates, NaN and undefined fields, which a run would only see until the data is stored and read again. Undefined fields
 * are left out, as in any JSON text; everything else is refused.
 */
export const jsonValue = z.unknown().transform((value, context) => {
  const problem = value === undefined ? 'is missing' : findProblem(value);
  if (problem === undefined) return plain(value);
  context.addIssue({ code: 'custom', message: problem });
  return z.NEVER;
});

/** The input was already walked, which bounds its depth. */
const findProblem = (value: unknown): string | undefined => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : `holds ${value}, which is not a number in JSON`;
    case 'object':
      return value === null ? undefined : findProblemInside(value);
    default:
      return `holds a value of the type ${typeof value}, which JSON does not have`;
  }
};

const findProblemInside = (value: object): string | undefined => {
  const isList = Array.isArray(value);
  if (!isList && Object.getPrototypeOf(value) !== Object.prototype) {
    return `holds a ${value.constructor.name}, which JSON does not have: send it as a text`;
  }
  for (const part of Object.values(value)) {
    const problem = !isList && part === undefined ? undefined : findProblem(part);
    if (problem !== undefined) return problem;
  }
  return undefined;
};

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
