import { AgentEntity } from './AgentEntity';
import { MAX_FEDERATED_IDENTITIES } from './constants';
import { readFederatedIdentities } from './readFederatedIdentities';

const BOT = {
  issuer: 'cluster',
  subject: 'system:serviceaccount:agents:bot',
};

const read = (federated: unknown) =>
  readFederatedIdentities({
    spec: { identity: { federated } },
  } as unknown as AgentEntity);

describe('readFederatedIdentities', () => {
  it('reads issuer and subject, and nothing else', () => {
    expect(read([{ ...BOT, more: 1 }])).toEqual([BOT]);
  });

  it.each([
    undefined,
    null,
    {},
    'cluster',
    [null],
    ['cluster'],
    [{ issuer: 'cluster' }],
    [{ ...BOT, subject: '' }],
    [{ ...BOT, subject: 17 }],
    [{ ...BOT, subject: 'x'.repeat(2049) }],
    [{ ...BOT, issuer: 'https://cluster' }],
    [{ ...BOT, issuer: 'Cluster' }],
  ])('finds none in %j', federated => {
    expect(read(federated)).toEqual([]);
  });

  it('uses none of more than are allowed', () => {
    expect(
      read(Array.from({ length: MAX_FEDERATED_IDENTITIES + 1 }, () => BOT)),
    ).toEqual([]);
  });
});
