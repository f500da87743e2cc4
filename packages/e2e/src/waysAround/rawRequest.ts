import { request } from 'node:http';
import { Answer, Attempt } from './WayAround';

/** Sends a path byte for byte; `fetch` would tidy it first. */
export function rawRequest(
  { agentToken, portalUrl }: Attempt,
  what: string,
): Promise<Answer> {
  const [method, path] = what.split(' ');
  const { hostname, port } = new URL(portalUrl);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        method,
        path,
        headers: {
          Authorization: `Bearer ${agentToken}`,
          'Content-Type': 'application/json',
        },
      },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('end', () => {
          const status = response.statusCode ?? 0;
          resolve({
            what,
            status,
            text: Buffer.concat(chunks).toString('utf8'),
            refused: [400, 401, 403, 404].includes(status),
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end('{"entityRef":"component:default/payments-api"}');
  });
}
