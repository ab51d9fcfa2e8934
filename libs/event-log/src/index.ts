export { openEventLog, type EventLogLocation } from './open-event-log.js';
export { openSqliteEventLog, type SqliteEventLogOptions } from './sqlite/sqlite-event-log.js';
