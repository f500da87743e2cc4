import { RequestHandler } from 'express';

/** For how long clients may keep a document that changes with the configuration alone. */
const MAX_AGE_SECONDS = 300;

/** Serves one public document at exactly the path it is mounted at. */
export function serveJson(document: object): RequestHandler {
  return (req, res, next) => {
    if (req.path !== '/' || !['GET', 'HEAD'].includes(req.method)) {
      next();
      return;
    }
    res.setHeader('cache-control', `public, max-age=${MAX_AGE_SECONDS}`);
    res.json(document);
  };
}
