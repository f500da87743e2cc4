import { NotFoundError } from '@backstage/errors';
import {
  ActionRequest,
  Explanation,
  MASKED_ENTITY_REF,
  ReviewPresentationContent,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  actionRequest,
  explanation as plainExplanation,
  presentation,
} from '../../edges/http/__testUtils__/answers';
import { decodeCursor, encodeCursor } from '../../store/cursor';
import { ana, bot, other, viewSources } from '../__testUtils__/viewSources';
import { AuthorizedActionRequestService } from './AuthorizedActionRequestService';
import { ActionRequestService } from '../types';

const TARGET = 'component:default/payments';
const AGENT = 'agent:default/bot';

const idOf = (index: number) =>
  `019a0000-0000-7000-8000-${String(index).padStart(12, '0')}`;

const request: ActionRequest = {
  ...actionRequest,
  id: idOf(1),
  agentRef: AGENT,
  because: `The freeze of ${TARGET} by group:default/secret holds payments back`,
  unblock: [
    {
      kind: 'freeze-ends',
      message: 'Ends at six (owner: group:default/secret).',
      who: ['group:default/secret', 'group:default/open'],
      verdict: 'allow',
    },
  ],
};
const explanation: Explanation = { ...plainExplanation, request };

/** A plain service that knows some requests and would show them to anybody. */
function plainService(requests: ActionRequest[] = [request]) {
  const find = async (id: string) => {
    const found = requests.find(one => one.id === id);
    if (!found) {
      throw new NotFoundError(`no row with id ${id}`);
    }
    return found;
  };
  return {
    create: jest.fn(async () => request),
    get: jest.fn(find),
    withdraw: jest.fn(find),
    explain: jest.fn(async () => explanation),
    present: jest.fn(async () => presentation),
    review: jest.fn(async () => plainExplanation.reviews[0]),
    report: jest.fn(find),
    reconcile: jest.fn(find),
    listActions: jest.fn(async () => []),
    list: jest.fn(async ({ limit = 20, cursor, agent }) => {
      const all = requests.filter(one => !agent || one.agentRef === agent);
      const from = cursor
        ? all.findIndex(({ id }) => id === decodeCursor(cursor).after) + 1
        : 0;
      const items = all.slice(from, from + limit);
      const last = items[items.length - 1];
      return from + limit < all.length
        ? {
            items,
            nextCursor: encodeCursor({ after: last.id, order: 'newest' }),
          }
        : { items };
    }),
  } satisfies Record<keyof ActionRequestService, jest.Mock>;
}

function setUp(
  options: Parameters<typeof viewSources>[0],
  requests?: ActionRequest[],
) {
  const inner = plainService(requests);
  const view = viewSources(options);
  const service = AuthorizedActionRequestService.create({
    actionRequests: inner,
    sources: view.sources,
  });
  return { service, inner, ...view };
}

const everything = [TARGET, AGENT, 'group:default/open', 'user:default/ana'];

describe('invariant 14: AuthorizedActionRequestService', () => {
  describe('get', () => {
    it('shows people what they may read, with their own credentials, and masks the rest', async () => {
      const { service, readable } = setUp({ readable: everything });
      const shown = await service.get(request.id, { caller: ana });

      expect(shown).toEqual({
        ...request,
        because: `The freeze of ${TARGET} by ${MASKED_ENTITY_REF} holds payments back`,
        unblock: [
          {
            ...request.unblock[0],
            message: `Ends at six (owner: ${MASKED_ENTITY_REF}).`,
            who: [MASKED_ENTITY_REF, 'group:default/open'],
          },
        ],
      });
      expect(readable.mock.calls.every(([, caller]) => caller === ana)).toBe(
        true,
      );
    });

    it.each([
      ['the target', [AGENT]],
      ['the agent', [TARGET]],
      ['either', []],
    ])(
      'says the same of a request as of none when they may not read %s',
      async (_name, readable) => {
        const { service } = setUp({ readable });
        const hidden = await service
          .get(request.id, { caller: ana })
          .catch(error => error);
        const missing = await service
          .get(idOf(9), { caller: ana })
          .catch(error => error);

        expect(hidden.name).toBe('NotFoundError');
        expect({ ...hidden, message: hidden.message }).toEqual({
          ...missing,
          message: missing.message.replace(idOf(9), request.id),
        });
      },
    );

    it('shows agents their own, whatever they may read, and no other', async () => {
      const { service, readable, inner } = setUp({ readable: [] });
      await expect(service.get(request.id, { caller: bot })).resolves.toBe(
        request,
      );
      await expect(
        service.get(request.id, {
          caller: { ...bot, ref: 'agent:default/else' },
          waitSeconds: 60,
        }),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      expect(readable).not.toHaveBeenCalled();
      expect(inner.get).toHaveBeenCalledTimes(2);
    });

    it('never lets an agent read as an auditor or an owner', async () => {
      const { service, authorize } = setUp({
        readable: everything,
        isAuditor: true,
        ownsBot: true,
      });
      await expect(
        service.get(request.id, {
          caller: { ...bot, ref: 'agent:default/else' },
        }),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      expect(authorize).not.toHaveBeenCalled();
    });

    it('shows auditors everything as it is, and notes that they read', async () => {
      const { service, auditor, event } = setUp({
        readable: [],
        isAuditor: true,
      });
      await expect(service.get(request.id, { caller: ana })).resolves.toBe(
        request,
      );
      expect(auditor.createEvent).toHaveBeenCalledTimes(1);
      expect(auditor.createEvent).toHaveBeenCalledWith({
        eventId: 'auditor-read',
        severityLevel: 'medium',
        meta: {
          reader: ana.ref,
          operation: 'action-request-get',
          requestId: request.id,
        },
      });
      expect(event.success).toHaveBeenCalledTimes(1);
    });

    it('does not ask the policy about readers, and does not note them', async () => {
      const { service, authorize, auditor } = setUp({
        readable: everything,
        isAuditor: true,
      });
      await service.get(request.id, { caller: ana });
      expect(authorize).not.toHaveBeenCalled();
      expect(auditor.createEvent).not.toHaveBeenCalled();
    });

    it('treats a service as a reader with its own credentials, never as an auditor', async () => {
      const { service, authorize } = setUp({ readable: [], isAuditor: true });
      await expect(
        service.get(request.id, { caller: other }),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      expect(authorize).not.toHaveBeenCalled();

      const allowed = setUp({ readable: everything });
      await expect(
        allowed.service.get(request.id, { caller: other }),
      ).resolves.toMatchObject({ id: request.id, targetRef: TARGET });
    });

    it('shows owners of the agent its requests without the target', async () => {
      const { service } = setUp({ readable: [], ownsBot: true });
      const shown = await service.get(request.id, { caller: ana });

      expect(shown).toMatchObject({
        id: request.id,
        agentRef: AGENT,
        targetRef: MASKED_ENTITY_REF,
        input: request.input,
        state: request.state,
      });
      expect(JSON.stringify({ ...shown, input: {} })).not.toContain('payments');
    });

    it('looks again after waiting: what they may see can change', async () => {
      const { service, inner, readable } = setUp({ readable: everything });
      inner.get.mockImplementationOnce(async () => request);
      inner.get.mockImplementationOnce(async () => {
        readable.mockResolvedValue(new Set());
        return request;
      });
      await expect(
        service.get(request.id, { caller: ana, waitSeconds: 5 }),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    });

    it('invariant 2: is an error when it cannot be found out who may see', async () => {
      const { service, readable } = setUp({ readable: everything });
      readable.mockRejectedValue(new Error('catalog down'));
      await expect(service.get(request.id, { caller: ana })).rejects.toThrow(
        'catalog down',
      );

      const policyDown = setUp({ readable: [] });
      policyDown.authorize.mockRejectedValue(new Error('policy down'));
      await expect(
        policyDown.service.get(request.id, { caller: ana }),
      ).rejects.toThrow('policy down');
    });
  });

  describe('list', () => {
    const many = Array.from({ length: 250 }, (_, index) => ({
      ...request,
      id: idOf(1_000 - index),
      targetRef: index % 10 === 0 ? TARGET : 'component:default/hidden',
    }));

    it('fills its pages up past what is hidden, and goes on exactly where it stopped', async () => {
      const { service } = setUp({ readable: everything }, many);
      const seen: string[] = [];
      let cursor: string | undefined;
      const sizes: number[] = [];
      do {
        const page = await service.list({ limit: 7, cursor }, { caller: ana });
        seen.push(...page.items.map(({ id }) => id));
        sizes.push(page.items.length);
        cursor = page.nextCursor;
      } while (cursor);

      expect(seen).toEqual(
        many.filter(one => one.targetRef === TARGET).map(({ id }) => id),
      );
      expect(sizes).toEqual([7, 7, 7, 4]);
    });

    it('asks about each entity once for a page', async () => {
      const { service, readable } = setUp({ readable: everything }, many);
      await service.list({ limit: 20 }, { caller: ana });
      const asked = readable.mock.calls.flatMap(([refs]) => refs);
      expect(new Set(asked).size).toBe(asked.length);
    });

    it('ends a page that is just full without promising more', async () => {
      const { service } = setUp({ readable: everything }, many.slice(0, 1));
      await expect(
        service.list({ limit: 1 }, { caller: ana }),
      ).resolves.toEqual({ items: [expect.anything()] });
    });

    it('gives up a page after a while rather than keep somebody waiting who may see nothing', async () => {
      const hidden = Array.from({ length: 2_500 }, (_, index) => ({
        ...request,
        id: idOf(5_000 - index),
        targetRef: 'component:default/hidden',
      }));
      const { service, inner } = setUp({ readable: [AGENT] }, hidden);
      const page = await service.list({ limit: 5 }, { caller: ana });
      expect(page).toEqual({ items: [], nextCursor: expect.any(String) });
      expect(inner.list).toHaveBeenCalledTimes(20);

      await expect(
        service.list({ limit: 5, cursor: page.nextCursor }, { caller: ana }),
      ).resolves.toEqual({ items: [] });
    });

    it('keeps agents to their own, whatever they ask for', async () => {
      const mixed = [
        request,
        { ...request, id: idOf(2), agentRef: 'agent:default/else' },
      ];
      const { service } = setUp({ readable: everything }, mixed);
      const page = await service.list(
        { agent: 'agent:default/else' },
        { caller: bot },
      );
      expect(page.items.map(({ id }) => id)).toEqual([request.id]);
    });

    it('shows an auditor all of it, noted once', async () => {
      const { service, auditor } = setUp(
        { readable: everything, isAuditor: true },
        many,
      );
      const { items } = await service.list({ limit: 100 }, { caller: ana });
      expect(items).toHaveLength(100);
      expect(auditor.createEvent).toHaveBeenCalledTimes(1);
    });

    it('carries no total', async () => {
      const { service } = setUp({ readable: everything }, many);
      const page = await service.list({ limit: 2 }, { caller: ana });
      expect(Object.keys(page).sort()).toEqual(['items', 'nextCursor']);
    });
  });

  describe('explain', () => {
    it('masks every entity the reader may not read, in facts, decisions, reviews and entries', async () => {
      const { service } = setUp({ readable: everything });
      const text = JSON.stringify(
        await service.explain(request.id, { caller: ana }),
      );
      for (const hidden of [
        'group:default/sre',
        'group:default/payments',
        'group:default/secret',
        'system:default/money',
      ]) {
        expect(text).not.toContain(hidden);
      }
      expect(text).toContain(TARGET);
      expect(text).toContain(MASKED_ENTITY_REF);
    });

    it('masks for agents too', async () => {
      const { service } = setUp({ readable: [TARGET, AGENT] });
      const text = JSON.stringify(
        await service.explain(request.id, { caller: bot }),
      );
      expect(text).not.toContain('group:default/sre');
    });

    it('leaves out of an owner’s view what was known about the target', async () => {
      const { service } = setUp({ readable: [], ownsBot: true });
      const shown = await service.explain(request.id, { caller: ana });
      const [{ facts }] = shown.decisions;

      expect(facts.target.type).toEqual({
        state: 'unknown',
        source: 'catalog',
        note: 'You may not read the target of this request',
      });
      expect(facts.conditions.freeze.value).toBeUndefined();
      expect(facts.action.id.value).toBe('deployments:deploy');
      expect(shown.entries[0].payloads).toEqual([
        { name: 'input', state: 'withheld' },
      ]);
      expect(JSON.stringify(shown)).not.toMatch(/default\/payments/);
    });

    it('shows an auditor everything', async () => {
      const { service } = setUp({ readable: [], isAuditor: true });
      await expect(service.explain(request.id, { caller: ana })).resolves.toBe(
        explanation,
      );
    });

    it('does not even compose an explanation nobody may see', async () => {
      const { service, inner } = setUp({ readable: [] });
      await expect(
        service.explain(request.id, { caller: ana }),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      expect(inner.explain).not.toHaveBeenCalled();
    });
  });

  describe('reviewing', () => {
    const vote = {
      holdDecisionId: 'd-1',
      presentationDigest: 'p',
      verdict: 'approve',
    } as const;

    it('is for readers: neither auditors nor owners of the agent get to it', async () => {
      for (const rights of [{ isAuditor: true }, { ownsBot: true }, {}]) {
        const { service, inner } = setUp({ readable: [AGENT], ...rights });
        await expect(
          service.review(request.id, vote, { caller: ana }),
        ).rejects.toMatchObject({ name: 'NotFoundError' });
        await expect(
          service.present(request.id, { caller: ana }),
        ).rejects.toMatchObject({ name: 'NotFoundError' });
        expect(inner.review).not.toHaveBeenCalled();
        expect(inner.present).not.toHaveBeenCalled();
      }
    });

    it('invariant 4: takes out what the reviewer may not read before it is digested', async () => {
      const { service, inner } = setUp({ readable: everything });
      await service.present(request.id, { caller: ana });
      const [[, { redact }]] = inner.present.mock.calls as unknown as [
        [
          string,
          {
            redact: (
              content: ReviewPresentationContent,
            ) => Promise<ReviewPresentationContent>;
          },
        ],
      ];
      const shown = await redact({
        ...presentation.content,
        request: {
          ...presentation.content.request,
          input: { image: 'docker:library/nginx' },
        },
      });
      expect(JSON.stringify(shown.facts)).not.toContain('group:default/sre');
      expect(shown.request.input).toEqual({ image: 'docker:library/nginx' });
    });
  });

  describe('saying what came of it', () => {
    const found = {
      outcome: 'failed',
      comment: 'It is not there.',
      revision: 1,
    } as const;

    it('is not for owners of the agent to whom the target is hidden, nor for who sees nothing', async () => {
      for (const rights of [{ ownsBot: true }, {}]) {
        const { service, inner } = setUp({ readable: [AGENT], ...rights });
        await expect(
          service.reconcile(request.id, found, { caller: ana }),
        ).rejects.toMatchObject({ name: 'NotFoundError' });
        expect(inner.reconcile).not.toHaveBeenCalled();
      }
      const { service } = setUp({ readable: [AGENT], ownsBot: true });
      const { mayReconcile } = await service.explain(request.id, {
        caller: ana,
      });
      expect(mayReconcile.allowed).toBe(false);
    });

    it('reaches who decides about standing from readers and auditors', async () => {
      for (const rights of [
        { readable: everything },
        { readable: [], isAuditor: true },
      ]) {
        const { service, inner } = setUp(rights);
        await service.reconcile(request.id, found, { caller: ana });
        expect(inner.reconcile).toHaveBeenCalledTimes(1);
      }
    });

    it('lets agents report on their own requests only', async () => {
      const { service, inner } = setUp({ readable: everything });
      await service.report(request.id, { outcome: 'failed' }, { caller: bot });
      await expect(
        service.report(
          request.id,
          { outcome: 'failed' },
          { caller: { ...bot, ref: 'agent:default/else' } },
        ),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      expect(inner.report).toHaveBeenCalledTimes(1);
    });
  });

  it('lets agents withdraw their own requests only', async () => {
    const { service, inner } = setUp({ readable: everything });
    await service.withdraw(request.id, { caller: bot });
    await expect(
      service.withdraw(request.id, {
        caller: { ...bot, ref: 'agent:default/else' },
      }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    expect(inner.withdraw).toHaveBeenCalledTimes(1);
  });
});
