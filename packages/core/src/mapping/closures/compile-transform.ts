import { applyCallable } from '../engine/apply-callable.ts';
import { ArgumentCheck } from '../engine/argument-check.ts';
import { callableOf, isCallable } from '../engine/callable.ts';
import { failureOf } from '../engine/failure-of.ts';
import { locate } from '../engine/locate.ts';
import { TransformedCopy } from '../engine/transformed-copy.ts';
import { parseSignature } from '../syntax/parse-signature.ts';
import type { Ir } from '../syntax/ir.ts';
import type { Compiler, KindCompiler } from './closure.ts';
import { weightOf } from './weight-of.ts';

const check = new ArgumentCheck(parseSignature('<(oa):o>').signature);
const traits = { arity: 1, label: undefined, check, kind: 'builtin' } as const;

/** `|pattern|update, remove|`: a function that returns a changed copy of its argument. */
export const compileTransform: KindCompiler<'transform'> = (ir, compiler) => {
  const pattern = compiler.compile(ir.pattern);
  const update = compilePart(ir.update, compiler);
  const remove = ir.remove === undefined ? undefined : compilePart(ir.remove, compiler);
  const weight = weightOf(ir);
  const site = { range: { start: ir.start, end: ir.end }, token: '|' };
  return (_input, frame) =>
    callableOf((run, [subject]) => {
      if (subject === undefined) return undefined;
      const clone = frame.lookup('clone');
      if (!isCallable(clone)) throw locate(failureOf('T2013'), site);
      const copy = new TransformedCopy(
        run,
        applyCallable(run, clone, [subject], null),
        clone === frame.globals.get('clone'),
      );
      const matches = pattern(copy.value, frame, run);
      for (const match of Array.isArray(matches) ? (matches as unknown[]) : matches === undefined ? [] : [matches]) {
        if ((run.ticks -= weight) < 0) run.nextSlice();
        const changes = update.evaluate(match, frame, run);
        try {
          copy.update(match, changes);
        } catch (error) {
          throw locate(error, update.site);
        }
        if (remove === undefined) continue;
        const names = remove.evaluate(match, frame, run);
        try {
          copy.remove(match, names);
        } catch (error) {
          throw locate(error, remove.site);
        }
      }
      return copy.value;
    }, traits);
};

function compilePart(ir: Ir, compiler: Compiler) {
  return { evaluate: compiler.compile(ir), site: { range: { start: ir.start, end: ir.end }, token: '|' } };
}
