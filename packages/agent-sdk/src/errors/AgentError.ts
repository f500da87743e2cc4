/**
 * Everything this package throws by itself, and nothing else.
 *
 * Tell the kinds apart by `name`: two copies of the package in one program do not share their classes.
 *
 * @public
 */
export abstract class AgentError extends Error {
  abstract readonly name: string;
}
