import {
  EMPTY_FORM,
  FactRow,
  FactRowState,
  PolicyRow,
  SimulatorForm,
} from '../SimulatorForm';
import { packText, unpackText } from './packText';

/** Longer ones are cut by some of what links are sent through. */
const MAX_LENGTH = 16_000;
/** As much as a draft may hold. */
const MAX_TEXT_BYTES = 2 * 1024 * 1024;

const WORDS = [
  'decision',
  'agent',
  'action',
  'target',
  'environment',
  'onBehalfOf',
  'at',
  'zone',
] as const;
const STATES: Record<FactRowState, true> = {
  known: true,
  none: true,
  stale: true,
  unknown: true,
};
const CHANGES: Record<PolicyRow['change'], true> = {
  off: true,
  shadow: true,
  enforce: true,
};

/** Where a form stands: what it says in the query, a draft's text in the fragment, which no server is sent. */
export interface FormAddress {
  search: string;
  hash: string;
}

/** @returns the address, and whether it is too long for a link */
export async function writeAddress(
  form: SimulatorForm,
): Promise<FormAddress & { isTooLong: boolean }> {
  const params = new URLSearchParams();
  for (const word of WORDS) {
    const value = form[word];
    if (value) {
      params.set(word, value);
    }
  }
  if (form.quotes) {
    params.set('quotes', form.quotes);
  }
  if (form.input.trim() !== '') {
    params.set('input', form.input);
  }
  if (form.facts.length > 0) {
    params.set(
      'facts',
      JSON.stringify(
        form.facts.map(({ path, state, text }) => [path, state, text]),
      ),
    );
  }
  form.changes.forEach(({ change, ref }) =>
    params.append('change', `${change} ${ref}`),
  );
  const search = `?${params}`;
  const hash =
    form.text.trim() === '' ? '' : `#draft=${await packText(form.text)}`;
  return {
    search,
    hash,
    isTooLong: search.length + hash.length > MAX_LENGTH,
  };
}

/** What an address says; what makes no sense is left out, but for a draft that cannot be read. */
export async function readAddress({
  search,
  hash,
}: FormAddress): Promise<SimulatorForm> {
  const params = new URLSearchParams(search);
  const quotes = params.get('quotes');
  const words = Object.fromEntries(
    WORDS.map(word => [word, params.get(word) ?? undefined]),
  );
  const packed = new URLSearchParams(hash.slice(1)).get('draft');
  return {
    ...EMPTY_FORM,
    ...words,
    ...((quotes === 'yes' || quotes === 'no') && { quotes }),
    input: params.get('input') ?? '',
    facts: readFacts(params.get('facts')),
    changes: params.getAll('change').flatMap(readChange),
    text: packed ? await unpackText(packed, MAX_TEXT_BYTES) : '',
  };
}

/** Whether an address asks something, and does not only fill in a part of the form. */
export function isAsked({ search }: Pick<FormAddress, 'search'>): boolean {
  const params = new URLSearchParams(search);
  return params.has('input') || params.has('decision');
}

function readFacts(text: string | null): FactRow[] {
  try {
    const rows: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(rows) ? rows.flatMap(readFact) : [];
  } catch {
    return [];
  }
}

function readFact(row: unknown): FactRow[] {
  if (!Array.isArray(row) || !row.every(part => typeof part === 'string')) {
    return [];
  }
  const [path, state, text = ''] = row;
  return Object.hasOwn(STATES, state)
    ? [{ path, state: state as FactRowState, text }]
    : [];
}

function readChange(text: string): PolicyRow[] {
  const [change, ref] = text.split(' ');
  return ref && Object.hasOwn(CHANGES, change)
    ? [{ change: change as PolicyRow['change'], ref }]
    : [];
}
