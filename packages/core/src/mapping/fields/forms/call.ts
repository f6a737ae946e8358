import { declaredFunctions } from '../../functions/declared-functions.ts';
import type { FormKind } from './form-kind.ts';
import { sayCall } from './say-call.ts';

/** Arguments that no form can show. */
const programs: ReadonlySet<string> = new Set(['lambda', 'placeholder', 'regex', 'transform', 'missing']);

export const call: FormKind<'function'> = {
  read(node, reader) {
    if (node.kind !== 'call' || node.callee.kind !== 'variable') return undefined;
    const { name } = node.callee;
    const isDrawn = declaredFunctions.has(name) && node.args.every(({ kind }) => !programs.has(kind));
    return isDrawn ? { kind: 'function', name, args: node.args.map(reader.form) } : undefined;
  },
  write: ({ name, args }, write) => `$${name}(${args.map((arg) => write(arg)).join(', ')})`,
  say: ({ name, args }, speaker) => sayCall(name, args, speaker.form),
};
