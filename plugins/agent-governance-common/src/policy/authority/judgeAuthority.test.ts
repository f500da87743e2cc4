import { AuthorityContext, judgeAuthority } from '.';
import { DocumentLevel } from '../documents';

const CONTEXT: AuthorityContext = {
  policyAdmins: ['group:default/platform'],
  environments: [
    {
      name: 'production',
      owner: 'group:default/sre',
      rank: 2,
      production: true,
    },
  ],
  entityOwners: new Map([
    ['component:default/mailer', 'group:default/support'],
  ]),
};

describe('judgeAuthority', () => {
  it.each<[DocumentLevel, string, string | undefined, RegExp | undefined]>([
    ['organization', 'group:default/platform', undefined, undefined],
    [
      'organization',
      'group:default/sre',
      undefined,
      /not among agentGovernance\.policyAdmins/,
    ],
    ['environment', 'group:default/sre', undefined, undefined],
    [
      'environment',
      'group:default/platform',
      undefined,
      /owns none of the configured environments/,
    ],
    ['team', 'group:default/anyone', undefined, undefined],
    ['team', 'user:default/ada', undefined, /is not a group/],
    ['service', 'group:default/support', 'component:default/mailer', undefined],
    [
      'service',
      'group:default/sre',
      'component:default/mailer',
      /group:default\/sre does not own .*: group:default\/support does/,
    ],
    [
      'service',
      'group:default/support',
      'component:default/nowhere',
      /knows no owner/,
    ],
    ['service', 'group:default/support', undefined, /does not say which/],
  ])('level %s by %s about %s', (level, owner, entity, why) => {
    const said = judgeAuthority({ level, owner, entity }, CONTEXT);
    expect(said ?? 'it may').toMatch(why ?? /^it may$/);
  });
});
