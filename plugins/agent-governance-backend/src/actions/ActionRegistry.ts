import {
  ActionDescription,
  JsonObject,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { GovernedAction } from '@agentgov/backstage-plugin-agent-governance-node';
import { InputValidators } from './InputValidators';
import { problemWithAction } from './problemWithAction';
import {
  RegisteredAction,
  describeAction,
  toRegisteredAction,
} from './RegisteredAction';

export type { RegisteredAction } from './RegisteredAction';

/** An action of another system that cannot be offered, and why. */
export interface ActionProblem {
  id: string;
  because: string;
}

type Actions = Map<string, RegisteredAction>;

/**
 * The operations agents may ask for.
 *
 * @remarks
 *
 * What modules register is checked when the portal starts, and a mistake stops it. What is found in other systems, such
 * as portal actions and tools, comes and goes while the portal runs: each such source is replaced as a whole, what
 * cannot be offered is left out, and said.
 */
export class ActionRegistry {
  readonly #own: Actions = new Map();
  readonly #sources = new Map<string, Actions>();
  readonly #validators = new InputValidators();
  readonly #registered = new WeakMap<GovernedAction, RegisteredAction>();
  #all: readonly RegisteredAction[] | undefined;
  /** Ids by tag; decisions ask for the same few again and again. */
  readonly #tagged = new Map<string, string[]>();

  static create(actions: GovernedAction[] = []): ActionRegistry {
    const registry = new ActionRegistry();
    actions.forEach(action => registry.add(action));
    return registry;
  }

  private constructor() {}

  /** @throws Error naming the action and what is wrong with it. */
  add(action: GovernedAction): void {
    const problem = problemWithAction(action) ?? this.#collision(action.id);
    if (problem) {
      throw new Error(`Action '${action.id}' cannot be registered: ${problem}`);
    }
    const registered = toRegisteredAction(action);
    try {
      this.#validators.compile(registered, { strict: true });
    } catch (error) {
      throw new Error(
        `Action '${action.id}' cannot be registered: its input schema does not compile: ${error}`,
      );
    }
    this.#own.set(action.id, registered);
    this.#forget();
  }

  /** Says so at start when an undo leads nowhere. */
  assertComplete(): void {
    for (const action of this.#own.values()) {
      if (action.undo && !this.get(action.undo)) {
        throw new Error(
          `Action '${action.id}' names '${action.undo}' as its undo, which is not registered`,
        );
      }
    }
  }

  /**
   * Takes over what one system offers now, in place of what it offered before.
   *
   * @param source - names the system: `portal-actions`, `routes`, `mcp:<server>`
   * @returns those that cannot be offered. Of several with one id none can: nobody could tell which was meant.
   */
  replace(source: string, offered: GovernedAction[]): ActionProblem[] {
    const problems: ActionProblem[] = [];
    const before = this.#sources.get(source);
    const actions: Actions = new Map();
    const once = new Set<string>();
    const twice = new Set<string>();
    offered.forEach(({ id }) => (once.has(id) ? twice : once).add(id));
    this.#sources.delete(source);
    for (const action of offered) {
      const because =
        problemWithAction(action) ??
        (twice.has(action.id)
          ? 'another action of the same system has the same id'
          : this.#collision(action.id));
      if (because !== undefined) {
        problems.push({ id: action.id, because });
        continue;
      }
      const registered = this.#register(action);
      const known = before?.get(action.id);
      if (
        known !== registered &&
        known?.definitionDigest === registered.definitionDigest
      ) {
        this.#validators.carryOver(known, registered);
      }
      actions.set(action.id, registered);
    }
    this.#sources.set(source, actions);
    this.#forget();
    return problems;
  }

  get(id: string): RegisteredAction | undefined {
    const own = this.#own.get(id);
    if (own) {
      return own;
    }
    for (const actions of this.#sources.values()) {
      const found = actions.get(id);
      if (found) {
        return found;
      }
    }
    return undefined;
  }

  /** All of them, by id. */
  list(): readonly RegisteredAction[] {
    this.#all ??= [this.#own, ...this.#sources.values()]
      .flatMap(actions => [...actions.values()])
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return this.#all;
  }

  /** Ids of the actions that carry this tag. */
  taggedWith(tag: string): string[] {
    const known = this.#tagged.get(tag);
    if (known) {
      return known;
    }
    const found = this.list()
      .filter(action => action.tags.includes(tag))
      .map(action => action.id);
    this.#tagged.set(tag, found);
    return found;
  }

  /** Whether any action on entities of this kind requires a context fact of this type. */
  requires(factType: string, kind: string): boolean {
    return this.list().some(
      action =>
        actsOn(action, kind) && action.requiresContext.includes(factType),
    );
  }

  describe(action: RegisteredAction): ActionDescription {
    return describeAction(action);
  }

  /**
   * The input with defaults filled in.
   *
   * @throws InputError naming every path that fails.
   */
  parseInput(action: RegisteredAction, input: JsonObject): JsonObject {
    return this.#validators.parse(action, input);
  }

  /** The same object is the same action: a source may have a thousand, of which one is new. */
  #register(action: GovernedAction): RegisteredAction {
    const registered =
      this.#registered.get(action) ?? toRegisteredAction(action);
    this.#registered.set(action, registered);
    return registered;
  }

  #forget(): void {
    this.#all = undefined;
    this.#tagged.clear();
  }

  #collision(id: string): string | undefined {
    return this.get(id) && 'another action has the same id';
  }
}

/** Whether an action can act on entities of a kind, in any letter case. */
export function actsOn(
  { targetKinds }: Pick<RegisteredAction, 'targetKinds'>,
  kind: string,
): boolean {
  return (
    targetKinds.includes('*') ||
    targetKinds.includes(kind.toLocaleLowerCase('en-US'))
  );
}
