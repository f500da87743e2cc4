import { createHash } from 'node:crypto';
import { commitPayload } from './commitPayload';

const SALT = 'ab'.repeat(32);

describe('commitPayload', () => {
  it('agrees with an independent implementation', () => {
    const expected = createHash('sha256')
      .update('agentgov.payload.v1\0')
      .update(Buffer.from(SALT, 'hex'))
      .update('{"comment":"Grüße"}')
      .digest('hex');

    expect(commitPayload(SALT, '{"comment":"Grüße"}')).toBe(expected);
  });

  it('differs with the salt, so that equal payloads cannot be told to be equal', () => {
    expect(commitPayload('00'.repeat(32), '{}')).not.toBe(
      commitPayload('01'.repeat(32), '{}'),
    );
  });

  it.each(['', 'ab', 'ab'.repeat(31), 'ab'.repeat(33), 'zz'.repeat(32)])(
    'refuses the salt %p',
    salt => {
      expect(() => commitPayload(salt, '{}')).toThrow();
    },
  );
});
