import {
  EFFECT_CLASSES,
  JsonObject,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { GovernedAction } from '@agentgov/backstage-plugin-agent-governance-node';
import { normaliseRef } from '../facts/normaliseRef';

const ID = /^[a-z][a-z0-9-]*:[A-Za-z0-9][A-Za-z0-9_.-]*$/;
const MAX_ID = 255;

/** What would let an agent say in its input what the decision is about. */
const RESERVED_INPUTS = ['target', 'environment', 'entityRef', 'targetRef'];

/** Why a definition cannot be registered, whatever else is. */
export function problemWithAction(action: GovernedAction): string | undefined {
  if (!ID.test(action.id) || action.id.length > MAX_ID) {
    return `its id must look like 'noun:verb', the noun in lower case, in at most ${MAX_ID} characters`;
  }
  if (!EFFECT_CLASSES.includes(action.effectClass)) {
    return `its effect class must be one of ${EFFECT_CLASSES.join(', ')}`;
  }
  if (action.effectClass === 'probeable' && !action.executor.probe) {
    return 'it is probeable, so its executor needs a probe';
  }
  if (action.targetKinds.length === 0) {
    return 'it must name at least one target kind';
  }
  const owner = action.owner && normaliseRef(action.owner);
  if (action.owner !== undefined && !(owner && isOwnerRef(owner))) {
    return `its owner must be the entity ref of a group or person, and is '${action.owner}'`;
  }
  const reserved = reservedInput(action);
  if (reserved !== undefined) {
    return `its input may not carry '${reserved}': the target and environment are what was decided about`;
  }
  return undefined;
}

/** Where the target follows from the input, the portal's configuration says how; elsewhere an input has no say in it. */
function reservedInput(action: GovernedAction): string | undefined {
  if (action.resolve) {
    return undefined;
  }
  const properties = (action.inputSchema.properties ?? {}) as JsonObject;
  return Object.keys(properties).find(name => RESERVED_INPUTS.includes(name));
}

/** Owners are groups and people, as everywhere in the catalog. */
function isOwnerRef(ref: string): boolean {
  return /^(group|user):/.test(ref);
}
