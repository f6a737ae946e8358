/**
 * Loaded before the runtime with `node --import`. Node reads the description of a package, to learn the format of a file,
 * again for each file of the package. Drizzle's description has 180 KB, and the runtime loads 200 of its files: that took
 * a third of the time in which a worker starts. All of Drizzle's `.js` files are modules.
 */
import { registerHooks } from 'node:module';

const folder = '/node_modules/drizzle-orm/';

registerHooks({
  resolve(specifier, context, nextResolve) {
    const { parentURL } = context;
    const isOfDrizzle = parentURL?.includes(folder) === true && parentURL.endsWith('.js');
    if (isOfDrizzle && specifier.startsWith('.') && specifier.endsWith('.js')) {
      return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
    }
    return nextResolve(specifier, context);
  },
});
