import {
  ExpressionType,
  BOOL,
  DOUBLE,
  DURATION,
  INT,
  STRING,
  TIMESTAMP,
} from '../types';
import { isJson } from './comparable';

/** What an operator or function takes and gives. */
interface Signature {
  takes: ExpressionType[];
  gives: ExpressionType;
}

const of = (gives: ExpressionType, ...takes: ExpressionType[]): Signature => ({
  takes,
  gives,
});

const ordered = [
  of(BOOL, INT, INT),
  of(BOOL, INT, DOUBLE),
  of(BOOL, DOUBLE, INT),
  of(BOOL, DOUBLE, DOUBLE),
  of(BOOL, STRING, STRING),
  of(BOOL, TIMESTAMP, TIMESTAMP),
  of(BOOL, DURATION, DURATION),
];
const numeric = [of(INT, INT, INT), of(DOUBLE, DOUBLE, DOUBLE)];
const aboutText = [of(BOOL, STRING, STRING)];

/** Operators by the library's name, each with the spelling authors know. */
export const OPERATORS: Readonly<
  Record<string, { spelling: string; signatures: Signature[] }>
> = {
  '_<_': { spelling: '<', signatures: ordered },
  '_<=_': { spelling: '<=', signatures: ordered },
  '_>_': { spelling: '>', signatures: ordered },
  '_>=_': { spelling: '>=', signatures: ordered },
  '_+_': {
    spelling: '+',
    signatures: [
      ...numeric,
      of(STRING, STRING, STRING),
      of(TIMESTAMP, TIMESTAMP, DURATION),
      of(TIMESTAMP, DURATION, TIMESTAMP),
      of(DURATION, DURATION, DURATION),
    ],
  },
  '_-_': {
    spelling: '-',
    signatures: [
      ...numeric,
      of(DURATION, TIMESTAMP, TIMESTAMP),
      of(TIMESTAMP, TIMESTAMP, DURATION),
      of(DURATION, DURATION, DURATION),
    ],
  },
  '_*_': { spelling: '*', signatures: numeric },
  '_/_': { spelling: '/', signatures: numeric },
  '_%_': { spelling: '%', signatures: [of(INT, INT, INT)] },
  '-_': { spelling: '-', signatures: [of(INT, INT), of(DOUBLE, DOUBLE)] },
};

/** Functions that are called on a value: `target.ref.startsWith('component:')`. */
export const METHODS: Readonly<Record<string, Signature[]>> = {
  startsWith: aboutText,
  endsWith: aboutText,
  contains: aboutText,
  matches: aboutText,
  lowerAscii: [of(STRING, STRING)],
  upperAscii: [of(STRING, STRING)],
};

/** Functions that stand alone: `timestamp('2026-12-24T00:00:00Z')`. */
export const FUNCTIONS: Readonly<Record<string, Signature[]>> = {
  timestamp: [of(TIMESTAMP, STRING), of(TIMESTAMP, TIMESTAMP)],
  duration: [of(DURATION, STRING), of(DURATION, DURATION)],
  double: [of(DOUBLE, INT), of(DOUBLE, DOUBLE)],
};

/** Every name that is called as a function. */
export const FUNCTION_NAMES: readonly string[] = [
  ...Object.keys(METHODS),
  ...Object.keys(FUNCTIONS),
  'size',
  'exists',
  'all',
  'exists_one',
];

/** What comes out, when there is a signature that the arguments fit. A `json` value may fit anything. */
export function resultType(
  signatures: Signature[],
  types: ExpressionType[],
): ExpressionType | undefined {
  const fitting = signatures.filter(
    ({ takes }) =>
      takes.length === types.length &&
      takes.every(
        ({ kind }, index) => isJson(types[index]) || kind === types[index].kind,
      ),
  );
  const [first, ...others] = fitting.map(({ gives }) => gives);
  return others.every(({ kind }) => kind === first.kind)
    ? first
    : { kind: 'json' };
}
