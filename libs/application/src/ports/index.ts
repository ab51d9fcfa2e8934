/** The ports by themselves: what implements one loads none of what works with it. */
export * from './event-log.js';
export * from './clock.js';
export * from './read-model.js';
export * from './reads/coverage.js';
export * from './reads/knowledge.js';
export * from './replica.js';
export * from './reads/versioned.js';
export * from './reads/claims.js';
export * from './reads/projects.js';
export * from './reads/holidays.js';
export * from './reads/tasks.js';
export * from './reads/rules.js';
export * from './reads/documents.js';
export * from './reads/reports.js';
export * from './reads/progress.js';
export * from './reads/matters.js';
