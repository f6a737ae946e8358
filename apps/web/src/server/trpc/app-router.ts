import { definitionsRouter } from '../definitions/router.ts';
import { designerRouter } from '../designer/router.ts';
import { draftsRouter } from '../drafts/router.ts';
import { runsRouter } from '../runs/router.ts';
import { searchRouter } from '../search/router.ts';
import { workspaceRouter } from '../workspace/router.ts';
import { router } from './procedures.ts';

export const appRouter = router({
  definitions: definitionsRouter,
  designer: designerRouter,
  drafts: draftsRouter,
  runs: runsRouter,
  search: searchRouter,
  workspace: workspaceRouter,
});

export type AppRouter = typeof appRouter;
