import { NotFoundError } from '@backstage/errors';
import {
  LedgerEntryView,
  MASKED_ENTITY_REF,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  actionRequest,
  ledgerEntry,
  verification,
} from '../../edges/http/__testUtils__/answers';
import { ana, bot, other, viewSources } from '../__testUtils__/viewSources';
import { AuthorizedLedgerService } from './AuthorizedLedgerService';

const request = { ...actionRequest, agentRef: 'agent:default/bot' };
const stream = `action-request:${request.id}`;
const entry: LedgerEntryView = {
  ...ledgerEntry,
  envelope: {
    ...ledgerEntry.envelope,
    body: {
      agentRef: request.agentRef,
      targetRef: request.targetRef,
      by: 'group:default/secret',
    },
  },
};

function setUp(options: Parameters<typeof viewSources>[0]) {
  const inner = {
    list: jest.fn(async () => ({ items: [entry] })),
    verify: jest.fn(async () => verification),
  };
  const get = jest.fn(async (id: string) => {
    if (id !== request.id) {
      throw new NotFoundError('no row');
    }
    return request;
  });
  const view = viewSources(options);
  const service = AuthorizedLedgerService.create({
    ledger: inner,
    actionRequests: { get } as unknown as Parameters<
      (typeof AuthorizedLedgerService)['create']
    >[0]['actionRequests'],
    sources: view.sources,
  });
  return { service, inner, ...view };
}

const readable = [request.agentRef, request.targetRef];

describe('invariant 14: AuthorizedLedgerService', () => {
  it('shows auditors the whole record, and notes it', async () => {
    const { service, auditor } = setUp({ readable: [], isAuditor: true });
    await expect(service.list({}, { caller: ana })).resolves.toEqual({
      items: [entry],
    });
    await expect(service.verify({}, { caller: ana })).resolves.toBe(
      verification,
    );
    expect(
      auditor.createEvent.mock.calls.map(([{ meta }]) => meta.operation),
    ).toEqual(['ledger-list', 'ledger-verify']);
  });

  it.each([
    ['a person', ana],
    ['an agent', bot],
    ['a service', other],
  ])('refuses the whole record to %s, in words', async (_name, caller) => {
    const { service, inner } = setUp({ readable });
    for (const query of [{}, { stream: 'freeze:f-1' }, { stream: 'x' }]) {
      for (const asked of [
        service.list(query, { caller }),
        service.verify(query, { caller }),
      ]) {
        await expect(asked).rejects.toMatchObject({
          name: 'NotAllowedError',
          message: expect.stringContaining('Only auditors'),
        });
      }
    }
    expect(inner.list).not.toHaveBeenCalled();
    expect(inner.verify).not.toHaveBeenCalled();
  });

  it('never takes an agent or a service for an auditor', async () => {
    const { service, authorize } = setUp({ readable: [], isAuditor: true });
    await expect(service.list({}, { caller: bot })).rejects.toThrow();
    await expect(service.list({}, { caller: other })).rejects.toThrow();
    expect(authorize).not.toHaveBeenCalled();
  });

  it('shows readers the stream of a request with its payloads, others masked', async () => {
    const { service } = setUp({ readable });
    const { items } = await service.list({ stream }, { caller: ana });
    expect(items[0].payloads).toEqual(entry.payloads);
    expect(items[0].envelope.body).toEqual({
      agentRef: request.agentRef,
      targetRef: request.targetRef,
      by: MASKED_ENTITY_REF,
    });
    await expect(service.verify({ stream }, { caller: ana })).resolves.toEqual(
      verification,
    );
  });

  it('withholds payloads from the agent itself and from owners who may not read the target', async () => {
    const withheld = [{ name: 'input', state: 'withheld' }];
    const agent = setUp({ readable: [] });
    const own = await agent.service.list({ stream }, { caller: bot });
    expect(own.items[0].payloads).toEqual(withheld);

    const owner = setUp({ readable: [], ownsBot: true });
    const owned = await owner.service.list({ stream }, { caller: ana });
    expect(owned.items[0].payloads).toEqual(withheld);
    expect(owned.items[0].envelope.body.targetRef).toBe(MASKED_ENTITY_REF);
  });

  it('says the same of a hidden stream as of none', async () => {
    const { service } = setUp({ readable: [request.agentRef] });
    const hidden = service.list({ stream }, { caller: ana });
    await expect(hidden).rejects.toMatchObject({
      name: 'NotFoundError',
      message: `There is no action request '${request.id}' that you may see`,
    });
    await expect(
      service.verify({ stream: 'action-request:r-9' }, { caller: ana }),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: "There is no action request 'r-9' that you may see",
    });
    await expect(
      service.list(
        { stream },
        { caller: { ...bot, ref: 'agent:default/else' } },
      ),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});
