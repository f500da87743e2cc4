import { NotAllowedError } from '@backstage/errors';
import { Caller } from '../../service/Caller';

/** Which kinds of callers a route is for, and the rule in words for the others. */
export interface Admission<Kind extends Caller['kind']> {
  kinds: readonly Kind[];
  rule: string;
}

/** Agents ask for actions; nobody does it for them. */
export const AGENTS: Admission<'agent'> = {
  kinds: ['agent'],
  rule: 'only an agent, signed in as itself, makes and withdraws action requests',
};

/** People look, vote and answer for things; no program does. */
export const PEOPLE: Admission<'person'> = {
  kinds: ['person'],
  rule: 'only a person, signed in as themselves, reviews, signs off, freezes and stops',
};

/** Facts come from the systems that hold them. */
export const SERVICES: Admission<'service'> = {
  kinds: ['service'],
  rule: 'only a service that is configured as the voice of a source reports facts',
};

/** Delegations are between a person and an agent. */
export const AGENTS_AND_PEOPLE: Admission<'agent' | 'person'> = {
  kinds: ['agent', 'person'],
  rule: 'only people and agents know what people delegated to agents',
};

export const EVERYBODY: Admission<'agent' | 'person' | 'service'> = {
  kinds: ['agent', 'person', 'service'],
  rule: 'everybody may ask',
};

const NOUNS: Record<Caller['kind'], { a: string; asked: string }> = {
  agent: { a: 'an agent', asked: 'An agent' },
  person: { a: 'a person', asked: 'A person' },
  service: { a: 'a service', asked: 'A service token' },
};

/**
 * Refuses callers by kind, in words that say who may.
 *
 * @throws NotAllowedError
 */
export function admit(
  caller: Caller,
  admission: Admission<Caller['kind']>,
): void {
  if (admission.kinds.includes(caller.kind)) {
    return;
  }
  const wanted = admission.kinds.map(kind => NOUNS[kind].a).join(' or ');
  throw new NotAllowedError(
    `${NOUNS[caller.kind].asked} is not ${wanted}: ${admission.rule}`,
  );
}
