import { Hono } from 'hono';
import { readFaultRule } from '../control/fault-input.ts';
import type { SandboxEnv, SandboxSystem, SystemContext } from '../system.ts';
import { guardPage } from './guard-page.ts';
import { mainPage, recordsPage, shownCollections } from './page-content.ts';
import { layout, type Notice } from './page-layout.ts';

/** The stand-in's page for people: `/`, and what is below `/__page`. It is never part of the vendor's protocol. */
export function pageRoutes(system: SandboxSystem, context: SystemContext, key: string | undefined): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  const { title } = system;
  const show = (notice?: Notice) => layout(title, notice, mainPage(system, context));
  const guard = guardPage(system, key);
  for (const path of ['/', '/__page/*']) app.use(path, guard);
  app.get('/', (c) => c.html(show(noticeOf(c.req.query('done')))));
  app.get('/__page/records/:name', (c) => {
    const name = c.req.param('name');
    if (!shownCollections(context.state).includes(name)) {
      return c.html(show({ kind: 'refused', text: `There is no collection “${name}”.` }), 404);
    }
    return c.html(layout(title, undefined, recordsPage(context, name)));
  });
  app.post('/__page/actions/:action', async (c) => {
    const action = (system.actions ?? []).find(({ id }) => id === c.req.param('action'));
    if (action === undefined) return c.html(show({ kind: 'refused', text: 'There is no such action.' }), 404);
    const { id } = await c.req.parseBody();
    try {
      const text = action.run(context, textOf(id));
      return c.redirect(doneAt(text), 303);
    } catch (error) {
      return c.html(show({ kind: 'refused', text: error instanceof Error ? error.message : String(error) }), 409);
    }
  });
  app.post('/__page/faults', async (c) => {
    const { kind, method, path, count } = await c.req.parseBody();
    const match = { ...(method !== '' && { method }), ...(path !== '' && { path }) };
    try {
      const fault = context.faults.add(readFaultRule({ kind, match, count: Number(count) }));
      return c.redirect(doneAt(`The fault ${fault.kind} is switched on.`), 303);
    } catch (error) {
      return c.html(show({ kind: 'refused', text: error instanceof Error ? error.message : String(error) }), 400);
    }
  });
  app.post('/__page/faults/remove', async (c) => {
    const { id } = await c.req.parseBody();
    context.faults.remove(textOf(id));
    return c.redirect('/', 303);
  });
  return app;
}

/** A file has no place in any of the forms. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The page, saying that something is done. After a redirect, a reload does nothing twice. */
const doneAt = (text: string): string => `/?${new URLSearchParams({ done: text }).toString()}`;

const noticeOf = (text: string | undefined): Notice | undefined =>
  text === undefined || text === '' ? undefined : { kind: 'done', text: text.slice(0, 300) };
