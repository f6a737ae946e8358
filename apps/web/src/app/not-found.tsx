import { NothingHere } from '#features/shell/nothing-here.tsx';

const NotFound = () => (
  <main className="grid min-h-[60vh] place-items-center">
    <NothingHere href="/" />
  </main>
);

export default NotFound;
