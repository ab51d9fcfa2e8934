/** Exact count of what an import read: rows read = facts recorded + rejections. */
export interface ImportReconciled {
  readonly importId: string;
  readonly sources: readonly {
    readonly name: string;
    readonly rowsRead: number;
    readonly facts: number;
    readonly rejections: Readonly<Record<string, number>>;
  }[];
  readonly observations: Readonly<Record<string, number>>;
}

export interface ImportEvents {
  'import.reconciled': ImportReconciled;
}

export const IMPORT_EVENT_VERSIONS = {
  'import.reconciled': 1,
} as const satisfies Readonly<Record<keyof ImportEvents, number>>;
