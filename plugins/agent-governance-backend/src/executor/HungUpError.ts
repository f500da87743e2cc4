/** The agent that waited for an attempt hung up. What runs is cut off, and may say how far it got. */
export class HungUpError extends Error {
  readonly name = 'HungUpError';

  constructor() {
    super('The agent hung up');
  }
}
