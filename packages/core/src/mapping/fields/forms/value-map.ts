import { isCallOf } from './is-call-of.ts';
import type { FormKind } from './form-kind.ts';

export const valueMap: FormKind<'value-map'> = {
  read(node, reader) {
    if (!isCallOf(node, 'valueMap', 2) && !isCallOf(node, 'valueMap', 3)) return undefined;
    const [map, key, otherwise] = node.args;
    if (map?.kind !== 'literal' || typeof map.value !== 'string' || key === undefined) return undefined;
    return {
      kind: 'value-map',
      map: map.value,
      value: reader.form(key),
      ...(otherwise !== undefined && { otherwise: reader.form(otherwise) }),
    };
  },
  write({ map, value, otherwise }, write) {
    const rest = otherwise === undefined ? '' : `, ${write(otherwise)}`;
    return `$valueMap(${JSON.stringify(map)}, ${write(value)}${rest})`;
  },
  say({ map, value, otherwise }, speaker) {
    const rest = otherwise === undefined ? '' : `, or ${speaker.form(otherwise)} if it has none`;
    return `the entry for ${speaker.form(value)} in the value map “${map}”${rest}`;
  },
};
