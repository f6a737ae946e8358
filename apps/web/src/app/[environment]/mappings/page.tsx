import type { Metadata } from 'next';
import { MappingsPage } from '#features/mappings/mappings-page.tsx';

export const metadata: Metadata = { title: 'Mappings' };

const Page = () => <MappingsPage />;

export default Page;
