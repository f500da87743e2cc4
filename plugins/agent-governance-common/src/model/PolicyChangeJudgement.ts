/**
 * Whether a change of a policy could let anything happen that could not happen before it, judged from the two texts
 * alone.
 *
 * @public
 */
export interface PolicyChangeJudgement {
  /** `false` only where it is shown that it cannot. */
  loosens: boolean;
  /** Everything that might; empty exactly where `loosens` is false. */
  findings: PolicyChangeFinding[];
}

/** One thing about a change that may loosen, in words. @public */
export interface PolicyChangeFinding {
  /** Name of the rule it is about, before or after. */
  rule?: string;
  /** What changes, in one sentence. */
  what: string;
  /** Why that may loosen, in one sentence. */
  because: string;
}
