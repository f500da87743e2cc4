/** A freeze that covers the target and environment at the moment of the decision. @public */
export type FreezeFactValue = {
  id: string;
  /** For people: the name given when it was set. */
  reason: string;
  owner: string;
  /** ISO 8601. */
  from: string;
  /** ISO 8601. */
  to: string;
  /** What it covers, in words. */
  scope: string;
};

/** A freeze that is in force, with the exception that takes this one request out of it. @public */
export type ExceptedFreezeFactValue = FreezeFactValue & {
  exceptionId: string;
  /** Entity refs of the people who approved the exception. */
  exceptedBy: string[];
};

/**
 * Whether nothing may change now, and because of what.
 *
 * An exception is part of the fact, because no rule overrides a deny: a freeze from which the request is excepted is
 * not among `freezes` but among `excepted`, where the record keeps who took it out.
 *
 * @public
 */
export type FreezeConditionValue = {
  /** Whether a freeze is in force from which the request is not excepted. */
  active: boolean;
  /** The freezes in force that count; empty exactly when not active. */
  freezes: FreezeFactValue[];
  /** The freezes in force from which the request is excepted. */
  excepted: ExceptedFreezeFactValue[];
};

/** The condition that these freezes make. @public */
export function freezeCondition(
  freezes: FreezeFactValue[],
  excepted: ExceptedFreezeFactValue[] = [],
): FreezeConditionValue {
  return { active: freezes.length > 0, freezes, excepted };
}
