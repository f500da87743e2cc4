import { ActionDescription, Environment } from '../../model';

/**
 * An action as far as coverage looks at it; an {@link ActionDescription} is one. What is left out is not known, and
 * leaves open what rules ask about it.
 *
 * @public
 */
export type CoveredAction = Pick<ActionDescription, 'id' | 'effectClass'> &
  Partial<
    Pick<
      ActionDescription,
      'undo' | 'tags' | 'targetKinds' | 'quotesContext' | 'takesSecrets'
    >
  > & {
    /** Where it can be asked for, if it always is the same; absent: anywhere. */
    place?: { target: string; environment: string };
  };

/** An environment as far as coverage looks at it. @public */
export type CoveredEnvironment = Environment;
