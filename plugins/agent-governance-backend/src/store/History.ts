/** What this agent did before, counted from our own record. */
export interface History {
  mutationsLastHour: number;
  mutationsLastDay: number;
  sameActionOnTarget: number;
  novel: boolean;
}
