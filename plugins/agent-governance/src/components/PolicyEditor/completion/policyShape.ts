import { Suggestion, Vocabulary } from './types';

/** What may stand at a place of a policy's file. */
export interface Shape {
  /** What it says, for the author. */
  info?: string;
  /** Of an object: its fields, or how to find them. */
  fields?: Record<string, Shape>;
  anyField?: (vocabulary: Vocabulary) => Record<string, Shape>;
  /** Of a list: what its entries are. */
  entries?: Shape;
  /** Words that are a value here. */
  words?: (vocabulary: Vocabulary) => ReadonlyArray<string | Suggestion>;
  isExpression?: true;
}

const oneOf = (info: string, ...words: string[]): Shape => ({
  info,
  words: () => words,
});

const term: Shape = {
  fields: {
    from: oneOf(
      'Who may look: whoever owns the target, or a group or person by its ref.',
      'target-owner',
      'group:default/',
      'user:default/',
    ),
    count: oneOf('How many different people of them.', '1', '2'),
  },
};

const checkpoint: Shape = {
  info: 'Who looks before it runs, and how long they have. Without one: one of whoever owns the target.',
  fields: {
    anyOf: {
      info: 'Any one of these is enough.',
      entries: {
        fields: { allOf: { info: 'All of these are needed.', entries: term } },
      },
    },
    decideWithin: oneOf(
      'How long people have to decide, as an ISO 8601 duration.',
      'PT1H',
      'PT4H',
      'P1D',
    ),
    executeWithin: oneOf(
      'How long after that it may start, as an ISO 8601 duration.',
      'PT15M',
      'PT30M',
      'PT1H',
    ),
  },
};

const rule: Shape = {
  fields: {
    name: { info: 'Unlike any other in this policy; decisions name it.' },
    effect: {
      info: 'What the rule says when it matches. The strictest of all rules wins.',
      words: () => [
        { label: 'deny', kind: 'word', info: 'It does not run.' },
        {
          label: 'require-approval',
          kind: 'word',
          info: 'People look before it runs.',
        },
        {
          label: 'allow',
          kind: 'word',
          info: 'It may run, unless another rule is stricter.',
        },
      ],
    },
    when: {
      info: 'A CEL expression over facts. Without one the rule always matches.',
      isExpression: true,
    },
    onUnknown: {
      info: 'What it counts as when that cannot be established. Only what does not loosen is allowed, which is the default.',
      words: () => [
        {
          label: 'match',
          kind: 'word',
          info: 'With deny and require-approval.',
        },
        { label: 'no-match', kind: 'word', info: 'With allow.' },
      ],
    },
    because: { info: 'Why, in one sentence, for whoever reads the decision.' },
    checkpoint,
  },
};

/** A field of the target, compared with a value or asked with an operator. */
const targetValue = (path: string): Shape => ({
  info: `Of the target’s entity: ${path}`,
  words: () =>
    path === 'kind' ? ['component', 'api', 'resource', 'system'] : [],
  fields: {
    $in: { info: 'One of these.' },
    $contains: { info: 'A list that has this in it.' },
    $hasPrefix: { info: 'A text that begins so.' },
    $exists: oneOf('Whether there is one.', 'true', 'false'),
  },
});

const predicate: Shape = {
  info: 'A filter predicate over the target, as elsewhere in the portal.',
  anyField: ({ targetFields }) => ({
    $all: { info: 'All of these predicates.', entries: predicate },
    $any: { info: 'At least one of these predicates.', entries: predicate },
    $not: predicate,
    ...Object.fromEntries(
      targetFields.map(path => [path.replace('<key>', ''), targetValue(path)]),
    ),
  }),
};

const spec: Shape = {
  info: 'What the policy says.',
  fields: {
    owner: {
      info: 'The group or person who answers for it. Its authority is theirs.',
      words: () => ['group:default/'],
    },
    level: {
      info: 'For which level it speaks. Every level that speaks must agree.',
      words: () => [
        {
          label: 'organization',
          kind: 'word',
          info: 'About everything; its owner is among the portal’s policy admins.',
        },
        {
          label: 'environment',
          kind: 'word',
          info: 'About one environment; its owner is that environment’s.',
        },
        {
          label: 'team',
          kind: 'word',
          info: 'About what its owner, or a group below, owns.',
        },
        {
          label: 'service',
          kind: 'word',
          info: 'About one entity, named in entity; its owner is that entity’s.',
        },
      ],
    },
    mode: {
      info: 'Whether it decides.',
      words: () => [
        { label: 'enforce', kind: 'word', info: 'It decides.' },
        {
          label: 'shadow',
          kind: 'word',
          info: 'It is evaluated and recorded as what it would have done.',
        },
      ],
    },
    entity: {
      info: 'The one entity it speaks about; at the level service, and only there.',
      words: () => ['component:default/'],
    },
    appliesTo: {
      info: 'Which requests it speaks about; each that is left out means everything.',
      fields: {
        actions: {
          info: 'Ids of actions; one may end in * for all that begin so.',
          entries: { words: actionWords },
        },
        targets: predicate,
        environments: {
          info: 'Names of environments.',
          entries: { words: ({ environments }) => environments },
        },
      },
    },
    rules: { info: 'What it says, in any order.', entries: rule },
    fixtures: {
      info: 'Made-up requests that try it; no part of what it says. $yaml pulls in the file beside it.',
    },
  },
};

/** The ids of actions, and what stands for all that begin alike. */
function actionWords({ actions }: Vocabulary): Suggestion[] {
  const families = new Set(
    actions.flatMap(({ id }) => (id.includes(':') ? [id.split(':')[0]] : [])),
  );
  return [
    ...Array.from(
      families,
      (family): Suggestion => ({
        label: `${family}:*`,
        kind: 'word',
        info: `Every action whose id begins with ${family}:`,
        insert: `'${family}:*'`,
      }),
    ),
    ...actions.map(
      ({ id, title }): Suggestion => ({ label: id, kind: 'word', info: title }),
    ),
  ];
}

/** Everything that may stand in a file of policies. */
export const POLICY_SHAPE: Shape = {
  fields: {
    apiVersion: oneOf(
      'The version of this format.',
      'agent-governance.io/v1alpha1',
    ),
    kind: oneOf('What kind of entity it is.', 'AgentPolicy'),
    metadata: {
      info: 'What the catalog knows it by.',
      fields: {
        name: { info: 'Its name in the catalog.' },
        title: { info: 'What people call it.' },
        namespace: oneOf('Where in the catalog.', 'default'),
        description: { info: 'What it is for.' },
      },
    },
    spec,
  },
};
