export { openSqliteEventLog, type SqliteEventLogOptions } from './sqlite/sqlite-event-log.js';
