/**
 * What a machine may do when it does not know whether an effect happened.
 *
 * - `read`: changes nothing; may be repeated freely.
 * - `idempotent`: repeating it leaves the same state; may be repeated.
 * - `keyed`: the outside system drops repeats that carry the same idempotency key.
 * - `probeable`: the outside system can be asked whether it happened; ask before repeating.
 * - `once`: none of these; never repeated by a machine.
 *
 * @public
 */
export type EffectClass =
  | 'read'
  | 'idempotent'
  | 'keyed'
  | 'probeable'
  | 'once';

/** Every effect class, from the most forgiving to the least. @public */
export const EFFECT_CLASSES: readonly EffectClass[] = [
  'read',
  'idempotent',
  'keyed',
  'probeable',
  'once',
];

/** Whether an action of this class changes anything outside the portal. @public */
export function isMutating(effectClass: EffectClass): boolean {
  return effectClass !== 'read';
}
