/**
 * Tells open pages to refetch. Says nothing else, so it may go to everybody.
 *
 * Called after commit, never inside a transaction; a page that misses it polls.
 */
export interface ChangeNotifier {
  changed(): void;
}
