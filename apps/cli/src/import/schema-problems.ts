import { validateEvent } from '#application';
import { SCHEMA_VERSIONS, type DomainEvent } from '#domain';
import type { Place, RowProblem } from './problems.js';

/**
 * What the events of a row would say that their schemas do not let through, once for each column.
 * A field without a column is told elsewhere.
 */
export function schemaProblems(
  place: Place,
  events: readonly DomainEvent[],
  columnOf: (field: string, event: DomainEvent) => string | undefined,
): readonly RowProblem[] {
  const byColumn = new Map<string, RowProblem>();
  for (const event of events) {
    const defects = validateEvent(event.type, SCHEMA_VERSIONS[event.type], event.data);
    for (const { field, value, message, expected } of defects) {
      const column = columnOf(field, event);
      if (column === undefined || byColumn.has(column)) continue;
      byColumn.set(column, {
        ...place,
        column,
        value,
        code: 'INVALID_INPUT',
        message: `The value ${message}.`,
        remedy: `What belongs here: ${expected}`,
      });
    }
  }
  return [...byColumn.values()];
}
