import { LedgerFinding } from '../model';

/** A finding before it is known of which entry. */
export type Problem = Pick<LedgerFinding, 'problem' | 'message'>;

/** Writes a problem down in one line. */
export function problem(name: Problem['problem'], message: string): Problem {
  return { problem: name, message };
}
