import { readAgentProof, toAgentProofClaims } from './agentProofClaims';
import { AgentProof } from './AgentProof';

const tokenOf = (claims: unknown) =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

describe('readAgentProof', () => {
  it.each<AgentProof>([
    { keyThumbprint: 'abc' },
    { federated: { issuerId: 'a', issuer: 'https://a', subject: 'b' } },
  ])('reads from a token what was put into it: %j', proof => {
    expect(readAgentProof(tokenOf(toAgentProofClaims(proof)))).toEqual(proof);
  });

  it.each([
    undefined,
    '',
    'nonsense',
    'a.b.c',
    tokenOf({}),
    tokenOf(null),
    tokenOf([]),
    tokenOf({ agk: 17 }),
    tokenOf({ agf: 'a' }),
    tokenOf({ agf: null }),
    tokenOf({ agf: { id: 'a', sub: 'b' } }),
  ])('invariant 12: takes %j for a token that proves nothing', token => {
    expect(readAgentProof(token)).toEqual({ keyThumbprint: '' });
  });
});
