import { bindingPowerOf } from '../../syntax/operators.ts';
import { chainOf } from '../chain-of.ts';
import type { FormKind } from './form-kind.ts';

export const template: FormKind<'template'> = {
  read(node, reader) {
    if (node.kind !== 'binary' || node.operator !== '&') return undefined;
    return { kind: 'template', parts: chainOf(node, '&').map(reader.form) };
  },
  write: ({ parts }, write) => parts.map((part) => write(part, bindingPowerOf('&'))).join(' & '),
  say: ({ parts }, speaker) => `the text ${parts.map(speaker.form).join(' + ')}`,
};
