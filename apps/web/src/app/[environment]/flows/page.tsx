import type { Metadata } from 'next';
import { FlowsPage } from '#features/flows/flows-page.tsx';

export const metadata: Metadata = { title: 'Flows' };

const Page = () => <FlowsPage />;

export default Page;
