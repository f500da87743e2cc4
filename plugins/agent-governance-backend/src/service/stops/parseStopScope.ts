import { InputError } from '@backstage/errors';
import {
  STOP_KINDS,
  StopScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ActionRegistry } from '../../actions/ActionRegistry';
import { parseRef } from '../input/parseRef';

/**
 * What a stop is to brake, in its one spelling. Whether its entities exist is not asked here.
 *
 * @throws InputError naming the field
 */
export function parseStopScope(
  scope: StopScope,
  actions: Pick<ActionRegistry, 'get'>,
): StopScope {
  const { kind, ref, on } = scope;
  if (!STOP_KINDS.includes(kind)) {
    throw new InputError(`scope.kind: must be one of ${STOP_KINDS.join(', ')}`);
  }
  if (on !== undefined && kind !== 'agent') {
    throw new InputError('scope.on: only a stop of an agent can be confined');
  }
  if (kind === 'everything') {
    if (ref !== undefined) {
      throw new InputError('scope.ref: everything has no ref');
    }
    return { kind };
  }
  if (kind === 'action') {
    if (ref === undefined || !actions.get(ref)) {
      throw new InputError(
        'scope.ref: must be the id of a registered action; GET /v1/actions lists them',
      );
    }
    return { kind, ref };
  }
  const entityRef = parseRef(ref, 'scope.ref');
  if (entityRef.startsWith('agent:') !== (kind === 'agent')) {
    throw new InputError(
      kind === 'agent'
        ? 'scope.ref: must be the entity ref of an agent'
        : 'scope.ref: an agent is stopped as an agent, not as a target',
    );
  }
  return {
    kind,
    ref: entityRef,
    ...(on !== undefined && { on: parseRef(on, 'scope.on') }),
  };
}
