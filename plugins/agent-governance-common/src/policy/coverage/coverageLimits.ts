import { CoverageLimit } from '../../model';

/** What decides beside documents. Coverage is about documents, and says so wherever it is shown. */
export const COVERAGE_LIMITS: readonly CoverageLimit[] = [
  {
    id: 'portal',
    because:
      'The portal’s own permission policy is code and may answer otherwise for every agent; it can deny, hold or grant anything here.',
  },
  {
    id: 'agent',
    because:
      'The autonomy ceiling in an agent’s own entity can deny or hold what documents let through, never the other way round.',
  },
  {
    id: 'target',
    because:
      'What a target’s own entity says about agents holds for that one target.',
  },
  {
    id: 'required-levels',
    because:
      'Levels that must each have granted are a setting of the portal; without the yes of one of them, what documents let through is not granted.',
  },
  {
    id: 'conditions',
    because:
      'Stops deny, and delegations narrow, whatever documents say; freezes and incidents count here only as far as rules ask about them.',
  },
];
