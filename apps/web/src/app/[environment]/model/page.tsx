import type { Metadata } from 'next';
import { ModelPage } from '#features/model/model-page.tsx';

export const metadata: Metadata = { title: 'Model' };

const Page = () => <ModelPage />;

export default Page;
