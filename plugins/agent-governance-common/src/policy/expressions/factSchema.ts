import { FactSchema } from './facts/FactSchema';
import { actionFacts } from './facts/actionFacts';
import { agentFacts, subjectFacts } from './facts/agentFacts';
import { conditionFacts } from './facts/conditionFacts';
import { contextFacts } from './facts/contextFacts';
import { reviewFacts } from './facts/reviewFacts';
import {
  environmentFacts,
  timeFacts,
  topologyFacts,
} from './facts/situationFacts';
import { targetFacts } from './facts/targetFacts';
import { historyFacts, runFacts } from './facts/trackRecordFacts';
import { JSON_VALUE } from './types';

/** Raised whenever an expression over the facts could mean something else than before. @public */
export const FACT_SCHEMA_VERSION = 1;

/**
 * Every fact that a policy may read: its type, what it says and an example, as data.
 *
 * Expressions are checked against it, so it is part of what policy authors rely on.
 *
 * **To add a fact**: add it to `Facts`, then add its entry to the file of its group in `facts/`
 * (a new group: a new file, spread in below). Until both say the same, neither compiles: the entry
 * must be there, must have the type the model has, and its example must fit it.
 * Whole numbers are `int`, instants are `timestamp`, words from a fixed list are `oneOf`.
 *
 * @public
 */
export const FACT_SCHEMA: FactSchema = {
  ...agentFacts,
  ...subjectFacts,
  ...actionFacts,
  input: {
    type: JSON_VALUE,
    description:
      'The validated arguments of the action, defaults filled in; what it holds depends on the action.',
    example: { version: '1.4.2', replicas: 3 },
  },
  ...targetFacts,
  ...topologyFacts,
  ...environmentFacts,
  ...conditionFacts,
  ...contextFacts,
  ...runFacts,
  ...historyFacts,
  ...reviewFacts,
  ...timeFacts,
};
