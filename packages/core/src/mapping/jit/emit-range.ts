import type { Ir } from '../syntax/ir.ts';
import { kinds, type Operand } from './operand.ts';
import type { Sink, Site } from './site.ts';
import { toValue } from './to-value.ts';

/** `from..to` in an array constructor: a loop over the engine's own range. */
export function eachInRange(node: Ir & { kind: 'range' }, site: Site, sink: Sink): void {
  const { program } = site;
  const inner = { ...site, isResult: false };
  const [from, to] = [node.from, node.to].map((side) => toValue(site.emitter.value(side, inner), site).code);
  const list = program.define('l', `integerRange(run, ${from}, ${to}) ?? none`);
  program.loop(list, node, (code) => {
    const item: Operand = { code, kinds: kinds.number, isFinite: true };
    sink.item(item);
  });
}
