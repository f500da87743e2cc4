import { Refusal } from '../Refusal';

const NAME = /^[a-z0-9][a-z0-9_-]{0,62}$/;

/** Reads texts out of a body that could be anything. */
export function texts(body: unknown) {
  const members: Record<string, unknown> =
    typeof body === 'object' && body !== null ? { ...body } : {};

  function read(member: string, pattern: RegExp): string {
    const value = members[member];
    if (typeof value !== 'string' || !pattern.test(value)) {
      throw new Refusal(400, `"${member}" must match ${pattern}`);
    }
    return value;
  }
  return {
    name: (member: string) => read(member, NAME),
    version: (member: string) => read(member, /^\d{1,6}\.\d{1,6}\.\d{1,6}$/),
    prose: (member: string) => read(member, /^[^]{1,2000}$/),
  };
}
