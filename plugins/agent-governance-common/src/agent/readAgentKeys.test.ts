import { generateKeyPairSync } from 'node:crypto';
import { AgentEntity } from './AgentEntity';
import { readAgentKeys } from './readAgentKeys';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = (key: { export(o: { format: 'jwk' }): object }) =>
  key.export({ format: 'jwk' });

function withKeys(keys: unknown): AgentEntity {
  return { spec: { identity: { keys } } } as unknown as AgentEntity;
}

describe('readAgentKeys', () => {
  it('reads each supported key with the one algorithm it may be used with', () => {
    expect(
      readAgentKeys(
        withKeys([jwk(ec.publicKey), { ...jwk(ed.publicKey), kid: 'b' }]),
      ),
    ).toEqual([
      expect.objectContaining({ algorithm: 'ES256', jwk: jwk(ec.publicKey) }),
      expect.objectContaining({ algorithm: 'EdDSA', kid: 'b' }),
    ]);
    expect(readAgentKeys(withKeys([jwk(rsa.publicKey)]))).toEqual([
      expect.objectContaining({ algorithm: 'RS256' }),
    ]);
  });

  it.each([
    ['a private key', jwk(ec.privateKey)],
    ['a shared secret', { kty: 'oct', k: 'c2VjcmV0' }],
    ['another curve', { ...jwk(ec.publicKey), crv: 'secp256k1' }],
    [
      'an algorithm that is not the key type’s',
      { ...jwk(ec.publicKey), alg: 'HS256' },
    ],
    [
      'a short RSA key',
      jwk(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey),
    ],
    ['something else', 'key'],
    ['nothing', null],
  ])('leaves out %s', (_, key) => {
    expect(readAgentKeys(withKeys([key]))).toEqual([]);
  });

  it.each([undefined, null, {}, 'keys'])('finds no keys in %j', keys => {
    expect(readAgentKeys(withKeys(keys))).toEqual([]);
  });
});
