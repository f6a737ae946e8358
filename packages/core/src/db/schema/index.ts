/* The one barrel, because drizzle-kit and the client need every table in one object. */
export * from './auth.ts';
export * from './change.ts';
export * from './connection.ts';
export * from './definition.ts';
export * from './engine-request.ts';
export * from './operation.ts';
export * from './organisation.ts';
export * from './own-write.ts';
export * from './run-wait.ts';
export * from './run.ts';
export * from './shared-value.ts';
export * from './undo-entry.ts';
export * from './waiting-step.ts';
