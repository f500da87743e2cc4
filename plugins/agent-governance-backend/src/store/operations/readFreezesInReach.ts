import { Knex } from 'knex';
import {
  EXCEPTION_COLUMNS,
  FreezeExceptionRow,
  fromExceptionRow,
} from '../freezeExceptionRow';
import { FreezeInReach } from '../FreezeStore';
import { FreezeRow, fromFreezeRow } from '../freezeRow';

const PREFIX = 'exception_';

/** A freeze beside one of its exceptions, or none. */
type JoinedRow = FreezeRow & Record<string, unknown>;

/** What is in reach of each moment: one read, with what is active of exceptions beside each freeze. */
export async function readFreezesInReach(
  knex: Knex,
  moments: readonly Date[],
): Promise<FreezeInReach[][]> {
  const times = moments.map(moment => moment.toISOString()).sort();
  const [first, last] = [times[0], times[times.length - 1]];
  const rows: JoinedRow[] = await knex('freeze')
    .leftJoin('freeze_exception as exception', join =>
      join
        .on('exception.freeze_id', 'freeze.id')
        .andOnVal('exception.state', 'active')
        .andOnVal('exception.from_at', '<=', last)
        .andOnVal('exception.to_at', '>', first),
    )
    .whereNull('freeze.ended_at')
    .where('freeze.from_at', '<=', last)
    .where('freeze.to_at', '>', first)
    .orderBy(['freeze.id', 'exception.id'])
    .select('freeze.*')
    .select(
      EXCEPTION_COLUMNS.map(name => `exception.${name} as ${PREFIX}${name}`),
    );
  const all = group(rows);
  return moments.map(moment => within(all, moment.toISOString()));
}

function group(rows: JoinedRow[]): FreezeInReach[] {
  const byId = new Map<string, FreezeInReach>();
  for (const row of rows) {
    const one = byId.get(row.id) ?? {
      freeze: fromFreezeRow(row),
      exceptions: [],
    };
    byId.set(row.id, one);
    if (row[`${PREFIX}id`] !== null) {
      const exception = Object.fromEntries(
        EXCEPTION_COLUMNS.map(name => [name, row[`${PREFIX}${name}`]]),
      ) as unknown as FreezeExceptionRow;
      one.exceptions.push(fromExceptionRow(exception));
    }
  }
  return [...byId.values()];
}

function within(all: FreezeInReach[], at: string): FreezeInReach[] {
  const includes = ({ from, to }: { from: string; to?: string }) =>
    from <= at && (to === undefined || at < to);
  return all
    .filter(({ freeze }) => includes(freeze))
    .map(({ freeze, exceptions }) => ({
      freeze,
      exceptions: exceptions.filter(includes),
    }));
}
