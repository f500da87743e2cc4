import {
  ActionRequest,
  KnownOutcome,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { toRouteAnswer } from './toRouteAnswer';

const request = {
  id: 'r-1',
  actionId: 'pages:publish',
  targetRef: 'component:default/payments-api',
  environment: 'staging',
  because: 'A person found out.',
  unblock: [],
} as unknown as ActionRequest;

const found = (outcome: KnownOutcome): ActionRequest => ({
  ...request,
  state: 'reconciled',
  reconciliation: {
    outcome,
    comment: 'Looked.',
    reconciledBy: 'user:default/olivia',
    standing: 'target-owner',
    via: 'group:default/payments',
    reconciledAt: '2026-11-22T12:00:00.000Z',
  },
});

describe('toRouteAnswer, of an outcome that a person found out', () => {
  it('answers what happened as done, with nothing that it returned', () => {
    expect(toRouteAnswer({ request: found('succeeded') })).toEqual({});
  });

  it('does not answer what did not happen as done', () => {
    expect(() => toRouteAnswer({ request: found('failed') })).toThrow(
      expect.objectContaining({
        statusCode: 502,
        message: expect.stringMatching(/had no effect: A person found out/),
      }),
    );
  });

  it('says of one nobody can tell about yet that nobody can', () => {
    expect(() =>
      toRouteAnswer({ request: { ...request, state: 'unknown' } }),
    ).toThrow(
      expect.objectContaining({
        statusCode: 504,
        message: expect.stringMatching(/nobody can tell/),
      }),
    );
  });
});
