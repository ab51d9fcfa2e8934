export * from './data-dir.js';
export * from './runtime.js';
