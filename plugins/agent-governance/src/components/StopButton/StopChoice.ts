import { StopScope } from '@agentgov/backstage-plugin-agent-governance-common';

/** Something that can be stopped from where a person is. */
export interface StopChoice {
  id: string;
  label: string;
  /** What has to be named besides; without it the choice says it all. */
  names?: 'agent' | 'action' | 'target';
  /** The scope, once what it names is known. */
  scopeOf(ref?: string): StopScope;
}

/** Everything there is to stop, for the page that is about nothing in particular. */
export const ANYTHING: StopChoice[] = [
  {
    id: 'agent',
    label: 'One agent, everywhere',
    names: 'agent',
    scopeOf: ref => ({ kind: 'agent', ref }),
  },
  {
    id: 'target',
    label: 'Everything agents do to one entity, and what is part of it',
    names: 'target',
    scopeOf: ref => ({ kind: 'target', ref }),
  },
  {
    id: 'action',
    label: 'One action, whoever runs it',
    names: 'action',
    scopeOf: ref => ({ kind: 'action', ref }),
  },
  {
    id: 'everything',
    label: 'Everything agents do, everywhere',
    scopeOf: () => ({ kind: 'everything' }),
  },
];

/** What somebody may want to stop who looks at an entity. */
export function choicesOn(entityRef: string): StopChoice[] {
  return [
    {
      id: 'agent-here',
      label: 'One agent, here',
      names: 'agent',
      scopeOf: ref => ({ kind: 'agent', ref, on: entityRef }),
    },
    {
      id: 'here',
      label: 'Everything agents do here',
      scopeOf: () => ({ kind: 'target', ref: entityRef }),
    },
    {
      id: 'agent',
      label: 'One agent, everywhere',
      names: 'agent',
      scopeOf: ref => ({ kind: 'agent', ref }),
    },
  ];
}

/** What somebody may want to stop who looks at an agent. */
export function choicesOfAgent(agentRef: string): StopChoice[] {
  return [
    {
      id: 'agent',
      label: 'This agent, everywhere',
      scopeOf: () => ({ kind: 'agent', ref: agentRef }),
    },
  ];
}
