import { generateKeyPairSync, KeyObject } from 'node:crypto';
import { RequestListener } from 'node:http';
import { JWTPayload, SignJWT } from 'jose';
import { startHttpServer } from './startHttpServer';

/** An issuer of tokens with a server of its own, as a Kubernetes cluster or GitHub is one. */
export class FakeIssuer {
  /** Its `iss`, and where its server is. */
  url = '';
  /** Every path it was asked for. */
  readonly asked: string[] = [];
  /** Answers instead of the issuer while it is set. */
  answer?: RequestListener;
  #keys: Array<{ kid?: string; publicKey: KeyObject; privateKey: KeyObject }> =
    [];

  static async start(): Promise<FakeIssuer> {
    const issuer = new FakeIssuer();
    issuer.rotate('first');
    issuer.url = await startHttpServer((req, res) => {
      issuer.asked.push(req.url ?? '');
      if (issuer.answer) {
        issuer.answer(req, res);
        return;
      }
      res.setHeader('content-type', 'application/json');
      res.end(JSON.stringify(issuer.document(req.url)));
    });
    return issuer;
  }

  private constructor() {}

  /** Signs with a new key from now on, and shows that one alone. */
  rotate(kid?: string): void {
    this.#keys = [
      { kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) },
    ];
  }

  /** Shows another key beside. */
  addKey(kid?: string): void {
    this.#keys.push({
      kid,
      ...generateKeyPairSync('rsa', { modulusLength: 2048 }),
    });
  }

  document(path: string | undefined): object {
    return path === '/.well-known/openid-configuration'
      ? { issuer: this.url, jwks_uri: `${this.url}/keys` }
      : {
          keys: this.#keys.map(({ kid, publicKey }) => ({
            ...publicKey.export({ format: 'jwk' }),
            ...(kid === undefined ? {} : { kid }),
          })),
        };
  }

  /** A token as it issues them: good for an hour. */
  async issue(claims: JWTPayload, header: object = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const [{ kid, privateKey }] = this.#keys;
    return new SignJWT({
      iss: this.url,
      iat: now,
      exp: now + 3600,
      ...claims,
    })
      .setProtectedHeader({
        alg: 'RS256',
        ...(kid === undefined ? {} : { kid }),
        ...header,
      })
      .sign(privateKey);
  }
}
