import { searchRouter } from '../search/router.ts';
import { workspaceRouter } from '../workspace/router.ts';
import { router } from './procedures.ts';

export const appRouter = router({
  search: searchRouter,
  workspace: workspaceRouter,
});

export type AppRouter = typeof appRouter;
