import { accessRouter } from '../access/router.ts';
import { accountRouter } from '../account/router.ts';
import { changesRouter } from '../changes/router.ts';
import { definitionsRouter } from '../definitions/router.ts';
import { designerRouter } from '../designer/router.ts';
import { draftsRouter } from '../drafts/router.ts';
import { mapperRouter } from '../mapper/router.ts';
import { releasesRouter } from '../releases/router.ts';
import { runsRouter } from '../runs/router.ts';
import { searchRouter } from '../search/router.ts';
import { workspaceRouter } from '../workspace/router.ts';
import { connectionsRouter } from '../connections/router.ts';
import { exceptionsRouter } from '../exceptions/router.ts';
import { linksRouter } from '../links/router.ts';
import { overviewRouter } from '../overview/router.ts';
import { peopleRouter } from '../people/router.ts';
import { triggersRouter } from '../triggers/router.ts';
import { settingsRouter } from '../settings/router.ts';
import { router } from './procedures.ts';

export const appRouter = router({
  access: accessRouter,
  account: accountRouter,
  changes: changesRouter,
  definitions: definitionsRouter,
  designer: designerRouter,
  drafts: draftsRouter,
  mapper: mapperRouter,
  releases: releasesRouter,
  runs: runsRouter,
  search: searchRouter,
  connections: connectionsRouter,
  exceptions: exceptionsRouter,
  links: linksRouter,
  overview: overviewRouter,
  people: peopleRouter,
  settings: settingsRouter,
  triggers: triggersRouter,
  workspace: workspaceRouter,
});

export type AppRouter = typeof appRouter;
