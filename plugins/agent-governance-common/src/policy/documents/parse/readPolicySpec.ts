import {
  DOCUMENT_LEVELS,
  DocumentLevel,
  PolicyDocument,
  PolicyDocumentRule,
} from '../PolicyDocument';
import { EntityPath, ProblemList } from './ProblemList';
import { readRule } from './readRule';
import { readScope } from './readScope';
import { readList, readObject, readRef, readWord } from './readValues';

type PolicySpec = Omit<PolicyDocument, 'schemaVersion' | 'ref' | 'title'>;
type Context = { defaultNamespace: string; problems: ProblemList };

const KEYS = ['owner', 'level', 'mode', 'entity', 'appliesTo', 'rules'];
/** What tries the policy is not the policy: it may be there, and has no part in its text. */
const BESIDE = ['fixtures'];
const MAX_RULES = 50;

/** Levels that exist and are written elsewhere. */
const ELSEWHERE: Record<string, string> = {
  portal: 'the portal’s permission policy, written in TypeScript',
  agent: 'the autonomy ceiling in the agent’s own entity',
};

/** The `spec` of a policy: who speaks, about what, and what they say. */
export function readPolicySpec(
  value: unknown,
  context: Context,
): PolicySpec | undefined {
  const { problems } = context;
  const fields = readObject(value, ['spec'], [...KEYS, ...BESIDE], problems);
  if (!fields) {
    return undefined;
  }
  const owner = readRef(fields.owner, ['spec', 'owner'], {
    what: 'the ref of the group or user who answers for the policy',
    defaultKind: 'group',
    kinds: ['group', 'user'],
    ...context,
  });
  const level = readLevel(fields.level, problems);
  const mode = readWord(fields.mode ?? 'enforce', ['spec', 'mode'], {
    what: 'a mode',
    allowed: ['enforce', 'shadow'] as const,
    problems,
  });
  const entity = readEntity(fields.entity, level, context);
  const appliesTo = readScope(
    fields.appliesTo,
    ['spec', 'appliesTo'],
    problems,
  );
  const rules = readRules(fields.rules, problems);
  return owner && level && mode && appliesTo && rules
    ? { owner, level, mode, ...(entity && { entity }), appliesTo, rules }
    : undefined;
}

function readLevel(
  value: unknown,
  problems: ProblemList,
): DocumentLevel | undefined {
  const path = ['spec', 'level'];
  if (typeof value === 'string' && Object.hasOwn(ELSEWHERE, value)) {
    return problems.add(
      path,
      `the ${value} level is ${
        ELSEWHERE[value]
      }; a document may speak for ${DOCUMENT_LEVELS.join(', ')}`,
    );
  }
  return readWord(value, path, {
    what: 'a level of documents',
    allowed: DOCUMENT_LEVELS,
    problems,
  });
}

/** A service-level policy is about one target; the others find theirs by authority and scope. */
function readEntity(
  value: unknown,
  level: DocumentLevel | undefined,
  context: Context,
): string | undefined {
  const path = ['spec', 'entity'];
  if (level === 'service') {
    return readRef(value, path, {
      what: 'the ref of the one entity that this policy of the service level speaks about',
      defaultKind: 'component',
      ...context,
    });
  }
  return value === undefined || level === undefined
    ? undefined
    : context.problems.add(
        path,
        `only goes with the level service; this is ${level}: use appliesTo.targets`,
      );
}

function readRules(
  value: unknown,
  problems: ProblemList,
): PolicyDocumentRule[] | undefined {
  const path = ['spec', 'rules'];
  const rules = readList(value, path, {
    what: 'rule',
    max: MAX_RULES,
    problems,
    readItem: (item, at) => readRule(item, at, problems),
  });
  if (Array.isArray(value)) {
    reportRepeats(value, path, problems);
  }
  return rules;
}

/** Two rules of one name could not be told apart in a decision, a checkpoint or a test. */
function reportRepeats(
  rules: unknown[],
  path: EntityPath,
  problems: ProblemList,
): void {
  const seen = new Map<unknown, number>();
  rules.forEach((rule, index) => {
    const name = (rule as { name?: unknown } | null)?.name;
    const first = seen.get(name);
    if (typeof name === 'string' && first !== undefined) {
      problems.add(
        [...path, index, 'name'],
        `is the name of rules[${first}] already; each rule has its own`,
      );
    }
    seen.set(name, first ?? index);
  });
}
