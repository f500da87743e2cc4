import { readText, readTexts, UNKNOWN } from '../facts/scopeValues';
import { DocumentLevel } from '../documents';
import { ternaryAnd } from '../ternary';
import { Dimension, foldKey } from './dimensions';
import { ScopeTest } from './ScopeTest';

interface Speaker {
  level: DocumentLevel;
  owner: string;
  entity?: string;
}

const targetRef = readText('target.ref');
const targetOwner = readText('target.owner');
const targetOwners = readTexts('target.owners');
const environmentOwner = readText('environment.owner');

/**
 * Where who speaks has a say: how far a policy reaches, whatever it says itself.
 *
 * | Level | Has authority over |
 * |---|---|
 * | organization | everything; that its owner is a policy admin was seen to when it was loaded |
 * | environment | requests in environments of its owner |
 * | team | targets that its owner, or a group below it, owns |
 * | service | its entity, if its owner is the owner of that |
 *
 * Authority that is not known is unknown: what a policy forbids or holds then counts, what it allows does not.
 */
export function authorityOf(speaker: Speaker): ScopeTest {
  switch (speaker.level) {
    case 'organization':
      return { test: () => true, reads: [], requires: new Map() };
    case 'environment':
      return overEnvironment(speaker.owner);
    case 'team':
      return overTargetsOf(speaker.owner);
    case 'service':
      return overEntity(speaker);
    default:
      // a level nobody knows has no say
      return { test: () => false, reads: [], requires: new Map() };
  }
}

function overEnvironment(owner: string): ScopeTest {
  return {
    test: facts => {
      const value = environmentOwner(facts);
      return value === UNKNOWN ? 'unknown' : value === owner;
    },
    reads: ['environment.owner'],
    requires: required('environment.owner', owner),
  };
}

function overTargetsOf(owner: string): ScopeTest {
  return {
    test: facts => {
      const value = targetOwners(facts);
      return value === UNKNOWN ? 'unknown' : value.includes(owner);
    },
    reads: ['target.owners'],
    requires: required('target.owners', owner),
  };
}

function overEntity({ owner, entity }: Speaker): ScopeTest {
  return {
    test: facts => {
      const ref = targetRef(facts);
      const owns = targetOwner(facts);
      return ternaryAnd([
        ref === UNKNOWN ? 'unknown' : ref === entity,
        owns === UNKNOWN ? 'unknown' : owns === owner,
      ]);
    },
    reads: ['target.ref', 'target.owner'],
    requires: required('target.ref', entity ?? ''),
  };
}

function required(dimension: Dimension, value: string): ScopeTest['requires'] {
  return new Map([[dimension, [foldKey(value)]]]);
}
