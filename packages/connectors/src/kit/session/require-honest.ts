import { writeStrategies } from '../writes/write-strategies.ts';
import type { System } from './system.ts';

/** Compares what a manifest promises with what its wire does. @throws Error, when the connector is loaded */
export function requireHonest({ manifest, wireOf }: Pick<System, 'manifest' | 'wireOf'>): void {
  const lies = Object.values(manifest.objects).flatMap((object) => {
    const { changes, mark, writes } = wireOf(object);
    const strategy = writes && writeStrategies[writes.strategy];
    return [
      ...(object.changes !== undefined && (changes === undefined || mark === undefined)
        ? [`${object.name} has no way to follow changes`]
        : []),
      ...(object.write !== undefined && strategy === undefined ? [`${object.name} has no way to be written`] : []),
      ...(object.write !== undefined &&
      strategy !== undefined &&
      object.write.recognisesRepeats !== strategy.recognisesRepeats
        ? [`${object.name} writes by ${writes?.strategy}, which contradicts recognisesRepeats`]
        : []),
    ];
  });
  if (lies.length > 0)
    throw new Error(`The manifest of ${manifest.title} promises what is not so: ${lies.join('; ')}.`);
}
