import { NothingHere } from '#features/shell/nothing-here.tsx';

/** Within an environment, the navigation stays around it. */
const NotFound = () => <NothingHere />;

export default NotFound;
