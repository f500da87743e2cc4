import { createServer } from 'node:net';
import { UserError } from '../say.mjs';

/** Binds a port for a moment; undefined when somebody else holds it. */
function tryListen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', error =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES'
        ? resolve(undefined)
        : reject(error),
    );
    server.listen({ port, host, exclusive: true }, () => {
      const { port: bound } = server.address();
      server.close(() => resolve(bound));
    });
  });
}

/** Whether a server may listen on this port now, on every address. */
export async function isPortFree(port) {
  // A server bound to localhost alone leaves the wildcard address free.
  return (
    (await tryListen(port, undefined)) !== undefined &&
    (await tryListen(port, '127.0.0.1')) !== undefined
  );
}

/** A port nobody listens on. */
export async function findFreePort() {
  return tryListen(0, '127.0.0.1');
}

/** Reads a port from an environment variable. */
export function portFrom(variable, fallback, env = process.env) {
  const text = env[variable];
  if (text === undefined || text === '') {
    return fallback;
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new UserError(
      `${variable} must be a port number from 1 to 65535, not "${text}".`,
    );
  }
  return port;
}

/**
 * Stops with one message that names every port that is taken, what wanted it,
 * and which variable moves it.
 *
 * @param wanted - entries of `{ port, name, variable }`
 */
export async function requireFreePorts(wanted) {
  const taken = [];
  for (const entry of wanted) {
    if (!(await isPortFree(entry.port))) {
      taken.push(entry);
    }
  }
  if (taken.length > 0) {
    throw new UserError(
      taken
        .map(
          ({ port, name, variable }) =>
            `Port ${port} for the ${name} is taken by another program. ` +
            `Stop it, or choose another port with ${variable}=<port>.`,
        )
        .join('\n'),
    );
  }
}
