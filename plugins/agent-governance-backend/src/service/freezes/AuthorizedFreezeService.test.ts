import { MASKED_ENTITY_REF } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  freezeAgenda,
  freezeCalendar,
  freezeDetails,
  freezeException,
  freezeImport,
  freezePreview,
  freeze as plain,
} from '../../edges/http/__testUtils__/answers';
import { ana, viewSources } from '../__testUtils__/viewSources';
import { FreezeService } from '../types';
import { AuthorizedFreezeService } from './AuthorizedFreezeService';

const freeze = {
  ...plain,
  reason: 'As group:default/sre wrote it',
  createdBy: 'user:default/bo',
  exceptions: undefined,
  ending: { agreedBy: ['user:default/bo'], required: 2 },
};

function setUp(readable: string[]) {
  const inner: FreezeService = {
    list: async () => ({ items: [freeze], nextCursor: 'next' }),
    agenda: async () => freezeAgenda,
    get: async () => freezeDetails,
    may: async () => ({
      allowed: false,
      because: 'Only group:default/sre may',
    }),
    preview: async () => freezePreview,
    create: async () => freeze,
    end: async () => freeze,
    askException: async () => freezeException,
    approveException: async () => freezeException,
    endException: async () => freezeException,
    import: async () => freezeImport,
    calendars: async () => [freezeCalendar],
  };
  const { sources } = viewSources({ readable });
  return AuthorizedFreezeService.create({ freezes: inner, sources });
}

const options = { caller: ana };
const step = { revision: 1 };
const period = { from: '', to: '', reason: '' };

const calls: Array<[string, (service: FreezeService) => Promise<unknown>]> = [
  ['list', one => one.list({}, options)],
  ['agenda', one => one.agenda({ from: '', to: '' }, options)],
  ['get', one => one.get('f-1', options)],
  ['may', one => one.may({}, options)],
  ['preview', one => one.preview({ scope: {}, reason: '' }, options)],
  ['create', one => one.create({ scope: {}, reason: '' }, options)],
  ['end', one => one.end('f-1', step, options)],
  [
    'askException',
    one => one.askException('f-1', { scope: {}, ...period }, options),
  ],
  ['approveException', one => one.approveException('f-1', 'e', step, options)],
  ['endException', one => one.endException('f-1', 'e', step, options)],
  ['import', one => one.import({ ics: '', scope: {}, zone: '' }, options)],
  ['calendars', one => one.calendars(options)],
];

describe('invariant 14: AuthorizedFreezeService', () => {
  it('masks who owns, set and ended a freeze where they may not be read, and leaves what people wrote', async () => {
    const masked = {
      ...freeze,
      scope: { ...freeze.scope, entityRef: MASKED_ENTITY_REF },
      owner: MASKED_ENTITY_REF,
      createdBy: MASKED_ENTITY_REF,
      ending: { agreedBy: [MASKED_ENTITY_REF], required: 2 },
      endedBy: ana.ref,
    };
    const service = setUp([]);
    await expect(service.list({}, options)).resolves.toEqual({
      items: [masked],
      nextCursor: 'next',
    });
    await expect(service.may({}, options)).resolves.toEqual({
      allowed: false,
      because: `Only ${MASKED_ENTITY_REF} may`,
    });
  });

  it.each(calls)('names nobody in %s who may not be read', async (_, call) => {
    const { reason, ...shown } = { reason: '', answer: await call(setUp([])) };
    const text = JSON.stringify(shown).replaceAll(freeze.reason, '');
    expect(text).not.toMatch(/(group|system|component|agent):default/);
    expect(text.replaceAll(ana.ref, '')).not.toMatch(/user:default/);
  });

  it('shows whom they may read', async () => {
    const service = setUp([
      'group:default/sre',
      'system:default/money',
      'user:default/bo',
    ]);
    await expect(service.list({}, options)).resolves.toEqual({
      items: [freeze],
      nextCursor: 'next',
    });
  });
});
