import { RequestHandler } from 'express';

/** Counts what plugins ask each other over HTTP; the portal's own hops all come in through its one door. */
export class HopCounter {
  #total = 0;

  static create() {
    return new HopCounter();
  }

  private constructor() {}

  readonly middleware: RequestHandler = (request, _response, next) => {
    if (isHop(request.path)) {
      this.#total++;
    }
    next();
  };

  /** Requests so far to what a decision may need of others. */
  total(): number {
    return this.#total;
  }
}

/** The catalog, the permission and auth backends, and a plugin that is asked to apply conditions. */
function isHop(path: string): boolean {
  const plugin = path.split('/')[2];
  return (
    ['catalog', 'permission', 'auth'].includes(plugin) ||
    path.endsWith('/apply-conditions')
  );
}
