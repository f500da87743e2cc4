import { ActionRequestRow } from './rows';

/** The people whose approval of a request counts for nothing: it is theirs (invariant 6). Full entity refs. */
export function notCounted(
  row: Pick<ActionRequestRow, 'on_behalf_of' | 'run_started_by'>,
): string[] {
  const people = [row.on_behalf_of, row.run_started_by];
  return [
    ...new Set(people.filter((ref): ref is string => ref !== null)),
  ].sort();
}
