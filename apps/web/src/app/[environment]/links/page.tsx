import type { Metadata } from 'next';
import { LinksPage } from '#features/links/links-page.tsx';

export const metadata: Metadata = { title: 'Links' };

const Page = () => <LinksPage />;

export default Page;
