/** One page of a list; `nextCursor` is absent on the last. @public */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/** @public */
export interface PageOptions {
  /** 1 to 100; 20 when absent. */
  limit?: number;
  /** From the previous page, unchanged. */
  cursor?: string;
}
