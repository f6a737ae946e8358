export const exceptionFilters = ['open', 'resolved', 'all'] as const;
export type ExceptionFilter = (typeof exceptionFilters)[number];
