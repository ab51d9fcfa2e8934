export * from './data-dir.js';
export * from './log-location.js';
export * from './runtime.js';
