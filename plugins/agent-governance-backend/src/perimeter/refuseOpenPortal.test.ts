import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { refuseOpenPortal } from './refuseOpenPortal';

const refuse = (auth: JsonObject) =>
  refuseOpenPortal(new ConfigReader({ backend: { auth } }));
const access = (options: JsonObject, type = 'static') => ({
  externalAccess: [{ type, options }],
});

describe('refuseOpenPortal', () => {
  it.each<[JsonObject, string]>([
    [
      { dangerouslyDisableDefaultAuthPolicy: true },
      'backend.auth.dangerouslyDisableDefaultAuthPolicy',
    ],
    [
      access({ token: '12345678', subject: 'agent:default/bot' }),
      'externalAccess[0].options.subject',
    ],
    [
      access({ token: '12345678', subject: 'plugin:agent-governance' }),
      'must not name a plugin',
    ],
    [
      access({ url: 'https://idp', subjectPrefix: 'agent' }, 'jwks'),
      'externalAccess[0].options.subjectPrefix',
    ],
  ])('invariant 12: stops the start for %j', (auth, message) => {
    expect(() => refuse(auth)).toThrow(message);
  });

  it.each<JsonObject>([
    {},
    { dangerouslyDisableDefaultAuthPolicy: false },
    access({ token: '12345678', subject: 'registry' }),
  ])('has nothing against %j', auth => {
    expect(() => refuse(auth)).not.toThrow();
  });
});
