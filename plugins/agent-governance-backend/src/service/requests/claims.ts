import { InputError } from '@backstage/errors';
import {
  CreateActionRequestInput,
  Facts,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { RunClaim } from '../../facts/claimFacts';
import { DelegationStore } from '../../store/DelegationStore';
import { ActionRequestRow } from '../../store/rows';
import { parseInstant } from '../input/parseInstant';
import { parseRef } from '../input/parseRef';
import { DelegatedWork, quotedDelegation } from './quotedDelegation';

/**
 * What an agent says about itself in a request: on whose behalf it acts, and in which run. With a delegation the first
 * is no claim any more: that person granted it.
 */
export interface RequestClaims {
  /** A person's full entity ref. */
  onBehalfOf?: string;
  delegationId?: string;
  run?: RunClaim;
}

type ClaimColumns = Pick<
  ActionRequestRow,
  | 'on_behalf_of'
  | 'delegation_id'
  | 'run_id'
  | 'run_step'
  | 'run_started_at'
  | 'run_started_by'
>;

/**
 * Understands what an agent says about itself. The people it names must be there: a name nobody answers to would
 * keep nobody from reviewing.
 *
 * @throws InputError naming the field; whatever `isPerson` throws
 */
export async function understandClaims(
  asked: CreateActionRequestInput,
  options: {
    isPerson: (ref: string) => Promise<boolean>;
    delegations: Pick<DelegationStore, 'get'>;
    work: DelegatedWork;
    now: Date;
  },
): Promise<RequestClaims> {
  const { isPerson, now } = options;
  const { run: id, runStep: step, runStartedAt } = asked;
  const aside = (['runStep', 'runStartedAt', 'runStartedBy'] as const).find(
    field => asked[field] !== undefined,
  );
  if (id === undefined && aside) {
    throw new InputError(
      `'${aside}' says something of a run: name it in 'run'`,
    );
  }
  const startedAt =
    runStartedAt === undefined
      ? undefined
      : parseInstant(runStartedAt, 'runStartedAt');
  if (startedAt && startedAt > now) {
    throw new InputError(`'runStartedAt' is in the future`);
  }
  const person = async (field: 'onBehalfOf' | 'runStartedBy') =>
    asked[field] === undefined
      ? undefined
      : parsePerson(asked[field], field, isPerson);
  const [claimed, startedBy, delegation] = await Promise.all([
    person('onBehalfOf'),
    person('runStartedBy'),
    asked.delegation === undefined
      ? undefined
      : quotedDelegation(asked.delegation, options),
  ]);
  if (delegation) {
    await assertBy(delegation.grantedBy, { claimed, isPerson });
  }
  const onBehalfOf = delegation?.grantedBy ?? claimed;
  return {
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(delegation && { delegationId: delegation.id }),
    ...(id !== undefined && {
      run: {
        id,
        ...(step !== undefined && { step }),
        ...(startedAt && { startedAt: startedAt.toISOString() }),
        ...(startedBy !== undefined && { startedBy }),
      },
    }),
  };
}

/** Whose delegation it is must be there still, and the agent may not say that it is somebody else's. */
async function assertBy(
  person: string,
  options: {
    claimed: string | undefined;
    isPerson: (ref: string) => Promise<boolean>;
  },
): Promise<void> {
  const { claimed, isPerson } = options;
  if (claimed !== undefined && claimed !== person) {
    throw new InputError(
      `'onBehalfOf' is '${claimed}', and 'delegation' names one that ${person} granted: leave 'onBehalfOf' out`,
    );
  }
  if (claimed === undefined && !(await isPerson(person))) {
    throw new InputError(
      `'delegation' names one that ${person} granted, who is no longer in the catalog`,
    );
  }
}

async function parsePerson(
  said: string | undefined,
  field: string,
  isPerson: (ref: string) => Promise<boolean>,
): Promise<string> {
  const ref = parseRef(said, field);
  if (!ref.startsWith('user:')) {
    throw new InputError(
      `'${field}' must be the entity ref of a person such as user:default/ann, and is '${ref}'`,
    );
  }
  if (!(await isPerson(ref))) {
    throw new InputError(
      `'${field}' must be a person who is in the catalog, and there is no '${ref}'`,
    );
  }
  return ref;
}

/** What a request claims, as it was stored. */
export function claimsOf(row: ClaimColumns): RequestClaims {
  return {
    ...(row.on_behalf_of !== null && { onBehalfOf: row.on_behalf_of }),
    ...(row.delegation_id !== null && { delegationId: row.delegation_id }),
    ...(row.run_id !== null && {
      run: {
        id: row.run_id,
        ...(row.run_step !== null && { step: Number(row.run_step) }),
        ...(row.run_started_at !== null && { startedAt: row.run_started_at }),
        ...(row.run_started_by !== null && { startedBy: row.run_started_by }),
      },
    }),
  };
}

/**
 * What a request claims, as it is stored: who started the run as its first request said, where this one does not.
 *
 * @throws InputError when the two name different people
 */
export function claimColumns(
  { onBehalfOf, delegationId, run }: RequestClaims,
  facts: Pick<Facts, 'run'>,
): ClaimColumns {
  const starter = facts.run.startedBy.value ?? run?.startedBy;
  if (run?.startedBy !== undefined && run.startedBy !== starter) {
    throw new InputError(
      `'runStartedBy' is '${run.startedBy}', and the first request of run '${run.id}' named somebody else`,
    );
  }
  return {
    on_behalf_of: onBehalfOf ?? null,
    delegation_id: delegationId ?? null,
    run_id: run?.id ?? null,
    run_step: run?.step ?? null,
    run_started_at: run?.startedAt ?? null,
    run_started_by: starter ?? null,
  };
}
