import { Router } from 'express';
import PromiseRouter from 'express-promise-router';

/** For how long clients may keep a document that changes with the configuration alone. */
const MAX_AGE_SECONDS = 300;

/** Serves one public document at exactly the path it is mounted at. */
export function serveJson(read: () => Promise<object>): Router {
  const router = PromiseRouter();
  router.get('/', async (_req, res) => {
    res.setHeader('cache-control', `public, max-age=${MAX_AGE_SECONDS}`);
    res.json(await read());
  });
  return router;
}
