import { describeEventLogContract } from '../contract/event-log.contract.js';
import { makeSqliteStore } from './testing/sqlite-store.js';

describeEventLogContract('SQLite', makeSqliteStore);
