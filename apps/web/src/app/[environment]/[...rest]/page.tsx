import { notFound } from 'next/navigation';

/** Every address in an environment that no other page has. */
const NothingHerePage = (): never => notFound();

export default NothingHerePage;
