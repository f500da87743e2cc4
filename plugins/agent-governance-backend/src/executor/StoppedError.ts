/** Why an attempt was cut off: somebody pulled a stop while it ran. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
  readonly stopId: string;

  constructor(stopId: string) {
    super('A stop was pulled while it ran');
    this.stopId = stopId;
  }
}
