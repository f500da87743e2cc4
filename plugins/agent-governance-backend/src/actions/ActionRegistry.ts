import Ajv2020, { ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { InputError } from '@backstage/errors';
import {
  ActionDescription,
  EFFECT_CLASSES,
  JsonObject,
  digestOf,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { normaliseRef } from '../facts/normaliseRef';
import { GovernedAction } from '@agentgov/backstage-plugin-agent-governance-node';

/** An action with its input schema compiled and its definition digested. */
export interface RegisteredAction extends GovernedAction {
  /** SHA-256 (hex) of everything about it but its code. */
  definitionDigest: string;
  description: string;
  requiresContext: string[];
  quotesContext: boolean;
  tags: string[];
}

/** Owners are groups and people, as everywhere in the catalog. */
function isOwnerRef(ref: string): boolean {
  return /^(group|user):/.test(ref);
}

const ID = /^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$/;

/** What would let an agent say in its input what the decision is about. */
const RESERVED_INPUTS = ['target', 'environment', 'entityRef', 'targetRef'];

/** The operations agents may ask for, checked when they are registered. */
export class ActionRegistry {
  readonly #actions = new Map<string, RegisteredAction>();
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #ajv = addFormats(
    new Ajv2020({ allErrors: true, useDefaults: true, strict: true }),
  );

  static create(actions: GovernedAction[] = []): ActionRegistry {
    const registry = new ActionRegistry();
    actions.forEach(action => registry.add(action));
    return registry;
  }

  private constructor() {}

  /** @throws Error naming the action and what is wrong with it. */
  add(action: GovernedAction): void {
    const problem = this.#problemWith(action);
    if (problem) {
      throw new Error(`Action '${action.id}' cannot be registered: ${problem}`);
    }
    try {
      this.#validators.set(action.id, this.#ajv.compile(action.inputSchema));
    } catch (error) {
      throw new Error(
        `Action '${action.id}' cannot be registered: its input schema does not compile: ${error}`,
      );
    }
    const registered = {
      ...action,
      requiresContext: action.requiresContext ?? [],
      quotesContext: action.quotesContext ?? false,
      tags: action.tags ?? [],
      ...(action.owner !== undefined && { owner: normaliseRef(action.owner) }),
    };
    this.#actions.set(action.id, {
      ...registered,
      definitionDigest: digestOf(
        'agentgov.action-definition.v1',
        // whoever answers for it, it is the same operation
        describe({ ...registered, owner: undefined }) as unknown as JsonObject,
      ),
    });
  }

  /** Says so at start when an undo leads nowhere. */
  assertComplete(): void {
    for (const action of this.#actions.values()) {
      if (action.undo && !this.#actions.has(action.undo)) {
        throw new Error(
          `Action '${action.id}' names '${action.undo}' as its undo, which is not registered`,
        );
      }
    }
  }

  get(id: string): RegisteredAction | undefined {
    return this.#actions.get(id);
  }

  list(): RegisteredAction[] {
    return [...this.#actions.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Ids of the actions that carry this tag. */
  taggedWith(tag: string): string[] {
    return this.list()
      .filter(action => action.tags.includes(tag))
      .map(action => action.id);
  }

  /** Whether any action on entities of this kind requires a context fact of this type. */
  requires(factType: string, kind: string): boolean {
    const wanted = kind.toLocaleLowerCase('en-US');
    return this.list().some(
      action =>
        action.targetKinds.includes(wanted) &&
        action.requiresContext.includes(factType),
    );
  }

  describe(action: RegisteredAction): ActionDescription {
    return describe(action);
  }

  /**
   * The input with defaults filled in.
   *
   * @throws InputError naming every path that fails.
   */
  parseInput(action: RegisteredAction, input: JsonObject): JsonObject {
    const validate = this.#validators.get(action.id)!;
    const copy = structuredClone(input);
    if (validate(copy)) {
      return copy;
    }
    const failures = (validate.errors ?? []).map(error => {
      const path = `input${error.instancePath.replace(/\//g, '.')}`;
      const detail =
        error.keyword === 'additionalProperties'
          ? `: '${error.params.additionalProperty}'`
          : '';
      const allowed =
        error.keyword === 'enum'
          ? ` (${error.params.allowedValues.join(', ')})`
          : '';
      return `${path} ${error.message}${detail}${allowed}`;
    });
    throw new InputError(
      `The input does not fit action '${action.id}': ${failures.join('; ')}`,
    );
  }

  #problemWith(action: GovernedAction): string | undefined {
    if (!ID.test(action.id)) {
      return `its id must look like 'noun:verb' in lower case`;
    }
    if (this.#actions.has(action.id)) {
      return 'another action has the same id';
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
    const properties = Object.keys(
      (action.inputSchema.properties as JsonObject | undefined) ?? {},
    );
    const reserved = properties.find(name => RESERVED_INPUTS.includes(name));
    if (reserved) {
      return `its input may not carry '${reserved}': the target and environment are what was decided about`;
    }
    return undefined;
  }
}

function describe(
  action: RegisteredAction | Omit<RegisteredAction, 'definitionDigest'>,
): ActionDescription {
  return {
    id: action.id,
    title: action.title,
    description: action.description,
    effectClass: action.effectClass,
    ...(action.undo && { undo: action.undo }),
    inputSchema: action.inputSchema,
    targetKinds: [...action.targetKinds],
    requiresContext: [...action.requiresContext],
    quotesContext: action.quotesContext,
    tags: [...action.tags],
    ...(action.owner !== undefined && { owner: action.owner }),
  };
}
