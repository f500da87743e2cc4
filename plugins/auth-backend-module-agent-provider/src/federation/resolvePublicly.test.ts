import { LookupAddress } from 'node:dns';
import { resolvePublicly } from './resolvePublicly';

function lookUp(
  answers: LookupAddress[][],
  options: object = {},
): Promise<unknown> {
  const lookup = resolvePublicly((_hostname, _options, done) =>
    done(null, answers.shift() ?? []),
  );
  return new Promise((resolve, reject) => {
    lookup('issuer.example.com', options, (error, address, family) =>
      error ? reject(error) : resolve(family ? [address, family] : address),
    );
  });
}

const PUBLIC = { address: '1.1.1.1', family: 4 };
const PRIVATE = { address: '10.0.0.1', family: 4 };

describe('resolvePublicly', () => {
  it('hands the connection the addresses it looked at, in either form', async () => {
    const other = { address: '2606:4700:4700::1111', family: 6 };
    await expect(lookUp([[PUBLIC, other]])).resolves.toEqual(['1.1.1.1', 4]);
    await expect(lookUp([[PUBLIC, other]], { all: true })).resolves.toEqual([
      PUBLIC,
      other,
    ]);
  });

  it('invariant 12: asks once, so a name cannot be at another address a moment later', async () => {
    const answers = [[PUBLIC], [PRIVATE]];
    await expect(lookUp(answers)).resolves.toEqual(['1.1.1.1', 4]);
    expect(answers).toEqual([[PRIVATE]]);
  });

  it('invariant 12: refuses a name with a single address that is not public', async () => {
    await expect(lookUp([[PUBLIC, PRIVATE]])).rejects.toThrow(
      'issuer.example.com is at 10.0.0.1, which is not a public address',
    );
    await expect(lookUp([[PUBLIC, PRIVATE]], { all: true })).rejects.toThrow(
      'not a public address',
    );
  });

  it('says when a name has no address', async () => {
    await expect(lookUp([[]])).rejects.toThrow('has no address');
  });
});
