import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { normaliseRef } from '../../facts/normaliseRef';
import { readEntities } from '../../facts/readEntities';
import { groupsAbove } from './groupsAbove';
import { membersBelow } from './membersBelow';
import { isGroupRef, isUserRef } from './refKinds';
import { PeopleDirectory } from '../types';

/**
 * Asks the catalog who people are and what they have standing for, anew each time.
 *
 * Only what exists there counts: a person no `User` entity stands for is nobody, and a group that
 * is only mentioned has no members. A catalog that cannot answer, or whose groups are too deep or
 * too many to follow, is an error and never "no standing".
 */
export class CatalogPeopleDirectory implements PeopleDirectory {
  readonly #read: (refs: string[]) => Promise<Map<string, Entity>>;

  static create(options: { auth: AuthService; catalog: CatalogService }) {
    return new CatalogPeopleDirectory(options);
  }

  private constructor(options: { auth: AuthService; catalog: CatalogService }) {
    this.#read = refs => readEntities({ ...options, refs });
  }

  async membersOf(ownerRef: string): Promise<string[]> {
    const owner = normaliseRef(ownerRef);
    if (owner && isUserRef(owner)) {
      return [...(await this.#read([owner])).keys()];
    }
    if (owner && isGroupRef(owner)) {
      const people = await membersBelow({ groupRef: owner, read: this.#read });
      return [...(await this.#read(people)).keys()].sort();
    }
    return [];
  }

  async standing(
    personRef: string,
    ownerRefs: string[],
  ): Promise<{ ownerRef: string; via: string } | undefined> {
    const person = normaliseRef(personRef);
    const given = givenByRef(ownerRefs);
    if (!person || !isUserRef(person) || given.size === 0) {
      return undefined;
    }
    const entities = await this.#read([person, ...given.keys()]);
    const entity = entities.get(person);
    if (!entity) {
      return undefined;
    }
    const own = given.get(person);
    if (own !== undefined) {
      return { ownerRef: own, via: person };
    }
    const wanted = [...given.keys()].filter(
      ref => isGroupRef(ref) && entities.has(ref),
    );
    if (wanted.length === 0) {
      return undefined;
    }
    const groups = await groupsAbove({
      person: entity,
      stopAt: new Set(wanted),
      read: this.#read,
    });
    for (const ref of wanted) {
      const via = groups.get(ref);
      if (via !== undefined) {
        return { ownerRef: given.get(ref) ?? ref, via };
      }
    }
    return undefined;
  }

  async refsOf(personRef: string): Promise<string[]> {
    const ref = normaliseRef(personRef);
    if (!ref || !isUserRef(ref)) {
      return [];
    }
    const person = (await this.#read([ref])).get(ref);
    return person
      ? [ref, ...(await groupsAbove({ person, read: this.#read })).keys()]
      : [];
  }
}

/** As they were given, by their one spelling; what is no ref stands for nobody. */
function givenByRef(refs: string[]): Map<string, string> {
  const given = new Map<string, string>();
  for (const text of refs) {
    const ref = normaliseRef(text);
    if (ref && !given.has(ref)) {
      given.set(ref, text);
    }
  }
  return given;
}
