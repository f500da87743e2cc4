/**
 * The most an agent may do by itself, declared on its catalog entity.
 *
 * - `observe`: only reads.
 * - `propose`: its mutating requests are recorded; nothing runs.
 * - `supervised`: every mutating action is held for a person.
 * - `autonomous`: policy decides.
 *
 * @public
 */
export type AutonomyCeiling =
  | 'observe'
  | 'propose'
  | 'supervised'
  | 'autonomous';

/** @public */
export const AUTONOMY_CEILINGS: readonly AutonomyCeiling[] = [
  'observe',
  'propose',
  'supervised',
  'autonomous',
];
