import { ACTION_REQUEST_STATES } from '@agentgov/backstage-plugin-agent-governance-common';
import { TRANSITIONS, isLegalTransition, isTerminal } from './transitions';

/** Written out by hand from the design, so that a change of the table has to be made twice. */
const LEGAL = new Set([
  'proposed>denied',
  'proposed>held',
  'proposed>authorised',
  'held>held',
  'held>authorised',
  'held>denied',
  'held>rejected',
  'held>expired',
  'held>withdrawn',
  'held>voided',
  'held>stopped',
  'authorised>executing',
  'authorised>held',
  'authorised>denied',
  'authorised>lapsed',
  'authorised>withdrawn',
  'authorised>voided',
  'authorised>stopped',
  'executing>succeeded',
  'executing>failed',
  'executing>unknown',
  'executing>executing',
  'unknown>reconciled',
  'unknown>executing',
]);

describe('transitions', () => {
  it.each(
    ACTION_REQUEST_STATES.flatMap(from =>
      ACTION_REQUEST_STATES.map(to => [from, to] as const),
    ),
  )('%s to %s is legal only where the design says so', (from, to) => {
    expect(isLegalTransition(from, to)).toBe(LEGAL.has(`${from}>${to}`));
  });

  it('invariant 1: executing is reached only from authorised, itself, or an unknown outcome', () => {
    const ways = ACTION_REQUEST_STATES.filter(from =>
      TRANSITIONS[from].includes('executing'),
    );
    expect(ways).toEqual(['authorised', 'executing', 'unknown']);
  });

  it('knows which states are the end', () => {
    expect(ACTION_REQUEST_STATES.filter(isTerminal).sort()).toEqual([
      'denied',
      'expired',
      'failed',
      'lapsed',
      'reconciled',
      'rejected',
      'stopped',
      'succeeded',
      'voided',
      'withdrawn',
    ]);
  });
});
