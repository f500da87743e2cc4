/** The routes on which the catalog's entities are read with GET; `*` stands for one segment. */
export const catalogReads: readonly string[] = [
  '/entities',
  '/entities/by-query',
  '/entities/by-uid/*',
  '/entities/by-name/*/*/*',
  '/entities/by-name/*/*/*/ancestry',
  '/entity-facets',
];

/** The routes on which the catalog's entities are read with POST, because the question is long. */
export const catalogReadsByPost: readonly string[] = [
  '/entities/by-refs',
  '/entities/by-query',
  '/entity-facets',
];
