import { useAddress } from '../../address';

const NAMES = [
  'kind',
  'owner',
  'target',
  'action',
  'environment',
  'page',
  'columns',
  'cellTarget',
  'cellAction',
] as const;

/** What of an agent's reach is looked at; the whole of it lives in the address. */
export interface ReachChoice {
  /** Catalog kind of the targets, lower case. */
  kind: string;
  /** Entity ref of who owns the targets. */
  owner?: string;
  /** Entity ref: only this target. */
  target?: string;
  /** Id: only this action. */
  action?: string;
  environment?: string;
  /** Of targets, from 1. */
  page: number;
  /** Page of actions, from 1. */
  columns: number;
  /** Of the cell that is open to why. */
  cellTarget?: string;
  cellAction?: string;
}

const FIRST_KIND = 'component';

/** The choice as the address says it, and a way to change it; a new question closes the cell and starts at the front. */
export function useReachAddress(): [
  ReachChoice,
  (change: Partial<ReachChoice>) => void,
] {
  const [said, say] = useAddress(NAMES);
  const choice = {
    ...said,
    kind: said.kind ?? FIRST_KIND,
    page: pageOf(said.page),
    columns: pageOf(said.columns),
  };
  return [
    choice,
    change => {
      const isCell = 'cellTarget' in change;
      const isTurn = 'page' in change || 'columns' in change;
      say({
        ...(!isCell && { cellTarget: undefined, cellAction: undefined }),
        ...(!isCell && !isTurn && { page: undefined, columns: undefined }),
        ...Object.fromEntries(
          Object.entries(change).map(([name, value]) => [
            name,
            value === undefined || value === 1 ? undefined : String(value),
          ]),
        ),
      });
    },
  ];
}

function pageOf(said: string | undefined): number {
  const page = Number(said);
  return Number.isInteger(page) && page > 0 ? page : 1;
}
