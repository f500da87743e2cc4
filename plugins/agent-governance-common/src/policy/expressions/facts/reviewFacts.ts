import { STRING, STRINGS } from '../types';
import { FactSchema } from './FactSchema';

export const reviewFacts: Pick<FactSchema, 'reviews'> = {
  reviews: {
    type: {
      kind: 'object',
      fields: {
        holdDecisionId: STRING,
        approvals: {
          kind: 'list',
          of: {
            kind: 'object',
            fields: { id: STRING, reviewerRef: STRING, standingRefs: STRINGS },
          },
        },
      },
    },
    description:
      'The approvals that count when a request is decided again after a hold; none on a proposal. A checkpoint counts them by itself.',
    example: {
      holdDecisionId: '019a0000-0000-7000-8000-000000000002',
      approvals: [
        {
          id: '019a0000-0000-7000-8000-000000000003',
          reviewerRef: 'user:default/ada',
          standingRefs: ['group:default/payments'],
        },
      ],
    },
  },
};
