import { registerHooks } from 'node:module';

/*
 * Loads the runtime's code, and prints what each import was resolved to, as JSON.
 */
const resolved: Record<string, string> = {};

registerHooks({
  resolve(specifier, context, nextResolve) {
    const { url, format } = nextResolve(specifier, context);
    resolved[`${specifier} from ${context.parentURL ?? ''} by ${context.conditions.join()}`] = `${format ?? ''} ${url}`;
    return { url, format, shortCircuit: true };
  },
});
await Promise.all([import('../src/start-runtime.ts'), import('@throughline/connectors/registry')]);
process.stdout.write(JSON.stringify(resolved));
