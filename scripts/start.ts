/** `npm start`: starts database, migrations, demo firm, sandbox systems, runtime and web app. Ctrl-C stops them all. */
import { runUntilStopped } from './process/run-until-stopped.ts';
import { Product } from './start/product.ts';

const product = new Product();
await runUntilStopped({ start: () => product.start(process.env), stop: () => product.stop() });
