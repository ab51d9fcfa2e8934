import { SERVICE_OFFICE, type CommandPorts, type RegisterView } from '#application';
import type { RowProblem } from './problems.js';

/** What an import plans from. */
export interface Planning {
  readonly ports: CommandPorts;
  /** What is recorded now. */
  readonly register: RegisterView;
}

/** How many rows of one file are to be recorded, and how many are already. */
export interface SourceCount {
  readonly name: string;
  readonly rowsRead: number;
  readonly missing: number;
  readonly alreadyRecorded: number;
}

/** What happens while a plan is carried out. */
export interface Run {
  readonly ports: CommandPorts;
  /** Stops between two appends. */
  readonly signal: AbortSignal;
  told(done: number, total: number): void;
}

/** Everything that an import would do, decided before anything is written. */
export interface ImportPlan {
  /** Made of the content of the files: the same files are the same import. */
  readonly importId: string;
  readonly problems: readonly RowProblem[];
  readonly sources: readonly SourceCount[];
  /** Writes what is missing; false where it was stopped before the end. */
  write(run: Run): Promise<boolean>;
}

/** Who is recorded as having imported. */
export const IMPORTER = { id: 'import', office: SERVICE_OFFICE, role: 'import' } as const;

/** Longest that an import waits for the read model. */
export const CATCH_UP_LIMIT_MS = 600_000;

/** Waits until the read model has seen everything that the log holds. */
export async function caughtUp({ log, readModel }: CommandPorts): Promise<void> {
  const head = await log.head();
  if (head !== undefined) await readModel.waitFor(head, CATCH_UP_LIMIT_MS);
}

/** Id of an import out of the hashes of its files. */
export function importIdOf(what: string, hashes: readonly string[]): string {
  return `${what}.${hashes.map((hash) => hash.slice(0, 16)).join('.')}`;
}
