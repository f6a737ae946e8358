/** `npm start`: database, migrations, demo firm, sandbox systems, runtime and web app. Ctrl-C stops them all. */
import { Product } from './start/product.ts';

const product = new Product();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    void product.stop().then(() => process.exit(0));
  });
}

try {
  await product.start(process.env);
} catch (error) {
  if (!product.isStopping) {
    console.error(`\nThroughline did not start. ${error instanceof Error ? error.message : String(error)}`);
    await product.stop();
    process.exit(1);
  }
}
