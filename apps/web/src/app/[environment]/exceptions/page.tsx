import type { Metadata } from 'next';
import { ExceptionsPage } from '#features/exceptions/exceptions-page.tsx';

export const metadata: Metadata = { title: 'Exceptions' };

const Page = () => <ExceptionsPage />;

export default Page;
