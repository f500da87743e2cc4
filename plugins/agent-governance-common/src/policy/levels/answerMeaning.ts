import { CriteriaTrace, FactRead, Facts, Ternary } from '../../model';
import { CriteriaError, walkCriteria } from '../criteria';
import { whyCriteria } from '../criteria/whyCriteria';
import { PortalAnswer } from '../PolicySet';

/** What one answer of the portal comes down to over the facts at hand. */
export interface AnswerMeaning {
  /** A ternary where conditions were walked. */
  is: 'ALLOW' | 'DENY' | 'error' | Ternary;
  because: string;
  reads: FactRead[];
  trace?: CriteriaTrace;
}

/** Walks an answer's conditions; conditions that cannot be walked are an error, never a refusal. */
export function meaningOf(answer: PortalAnswer, facts: Facts): AnswerMeaning {
  switch (answer.result) {
    case 'ALLOW':
      return plain('ALLOW', "the portal's permission policy answered ALLOW");
    case 'DENY':
      return plain('DENY', "the portal's permission policy answered DENY");
    case 'CONDITIONAL':
      return walked(answer, facts);
    default:
      return plain(
        'error',
        `the portal's permission policy could not be asked: ${answer.message}`,
      );
  }
}

function plain(is: 'ALLOW' | 'DENY' | 'error', because: string): AnswerMeaning {
  return { is, because, reads: [] };
}

function walked(
  { conditions }: Extract<PortalAnswer, { result: 'CONDITIONAL' }>,
  facts: Facts,
): AnswerMeaning {
  try {
    const trace = walkCriteria(conditions, facts);
    return {
      is: trace.result,
      because: whyCriteria(trace).join('; '),
      reads: readsOf(trace),
      trace,
    };
  } catch (error) {
    if (error instanceof CriteriaError) {
      return plain(
        'error',
        `the portal's permission policy returned conditions that cannot be evaluated: ${error.message}`,
      );
    }
    throw error;
  }
}

/** Every fact the criteria read, each once. */
function readsOf(trace: CriteriaTrace): FactRead[] {
  const reads = new Map<string, FactRead>();
  const visit = (node: CriteriaTrace) => {
    if (node.kind === 'rule') {
      node.reads.forEach(read => reads.set(read.path, read));
    } else {
      node.children.forEach(visit);
    }
  };
  visit(trace);
  return Array.from(reads.values());
}
