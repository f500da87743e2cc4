import { Fact, Facts } from '../../model';

/** Facts that stand by themselves. */
type LoneFact = 'input' | 'reviews';
type FactGroups = Omit<Facts, 'schemaVersion' | LoneFact>;

/** Where a fact stands in the sealed facts, for example `target.owner`. @public */
export type FactPath =
  | LoneFact
  | {
      [G in keyof FactGroups]: `${G}.${Extract<keyof FactGroups[G], string>}`;
    }[keyof FactGroups];

/** What a known fact at a path holds. @public */
export type FactValueAt<P extends FactPath> = P extends LoneFact
  ? Facts[P] extends Fact<infer T>
    ? T
    : never
  : P extends `${infer G extends keyof FactGroups}.${infer N}`
  ? N extends keyof FactGroups[G]
    ? FactGroups[G][N] extends Fact<infer T>
      ? T
      : never
    : never
  : never;

/** The fact at a path. @public */
export type FactAt<P extends FactPath> = P extends LoneFact
  ? Facts[P]
  : P extends `${infer G extends keyof FactGroups}.${infer N}`
  ? N extends keyof FactGroups[G]
    ? FactGroups[G][N]
    : never
  : never;
