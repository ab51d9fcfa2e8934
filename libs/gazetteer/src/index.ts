export * from './units/index.js';
export * from './acts/index.js';
export * from './duties/index.js';
export * from './sample/index.js';
export * from './events/unit-streams.js';
export * from './events/catalogue-streams.js';
