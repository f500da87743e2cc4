import { Fact, Facts, JsonObject } from '../../model';

type FactGroups = Omit<Facts, 'schemaVersion' | 'input'>;

/** Where a fact stands in the sealed facts, for example `target.owner`. @public */
export type FactPath =
  | 'input'
  | {
      [G in keyof FactGroups]: `${G}.${Extract<keyof FactGroups[G], string>}`;
    }[keyof FactGroups];

/** What a known fact at a path holds. @public */
export type FactValueAt<P extends FactPath> = P extends 'input'
  ? JsonObject
  : P extends `${infer G extends keyof FactGroups}.${infer N}`
  ? N extends keyof FactGroups[G]
    ? FactGroups[G][N] extends Fact<infer T>
      ? T
      : never
    : never
  : never;

/** The fact at a path. @public */
export type FactAt<P extends FactPath> = P extends 'input'
  ? Facts['input']
  : P extends `${infer G extends keyof FactGroups}.${infer N}`
  ? N extends keyof FactGroups[G]
    ? FactGroups[G][N]
    : never
  : never;
