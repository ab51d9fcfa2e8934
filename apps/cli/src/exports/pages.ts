import type { Page, PageRequest } from '#application';

const ROWS = 100;

/** All rows of a paged list, a page in memory at a time. */
export function* allRows<T>(ask: (page: PageRequest) => Page<T>): Generator<T> {
  let page = ask({ first: ROWS });
  for (;;) {
    for (const { row } of page.rows) yield row;
    const last = page.rows.at(-1);
    if (!page.hasNext || last === undefined) return;
    page = ask({ first: ROWS, after: last.key });
  }
}
