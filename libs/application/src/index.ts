export * from './ports/event-log.js';
export * from './ports/clock.js';
export * from './ports/read-model.js';
