export * from './units/index.js';
export * from './events/unit-streams.js';
export * from './events/catalogue-streams.js';
