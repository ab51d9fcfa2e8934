export * from './ports/event-log.js';
export * from './ports/clock.js';
export * from './ports/read-model.js';
export * from './commands/commands.js';
