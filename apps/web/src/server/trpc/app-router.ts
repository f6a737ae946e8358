import { changesRouter } from '../changes/router.ts';
import { definitionsRouter } from '../definitions/router.ts';
import { designerRouter } from '../designer/router.ts';
import { draftsRouter } from '../drafts/router.ts';
import { releasesRouter } from '../releases/router.ts';
import { runsRouter } from '../runs/router.ts';
import { searchRouter } from '../search/router.ts';
import { workspaceRouter } from '../workspace/router.ts';
import { router } from './procedures.ts';

export const appRouter = router({
  changes: changesRouter,
  definitions: definitionsRouter,
  designer: designerRouter,
  drafts: draftsRouter,
  releases: releasesRouter,
  runs: runsRouter,
  search: searchRouter,
  workspace: workspaceRouter,
});

export type AppRouter = typeof appRouter;
