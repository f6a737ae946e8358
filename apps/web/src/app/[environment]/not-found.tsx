'use client';
import { NothingHere } from '#features/shell/nothing-here.tsx';
import { useWorkspace } from '#features/workspace/workspace-context.ts';

/** Within an environment, the navigation stays around it. */
const NotFound = () => {
  const { pathTo } = useWorkspace();
  return <NothingHere href={pathTo()} />;
};

export default NotFound;
