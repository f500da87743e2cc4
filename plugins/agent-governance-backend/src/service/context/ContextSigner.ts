import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  ContextSignOff,
  SignOffInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { v7 as uuidv7 } from 'uuid';
import { ContextReader } from '../../facts/ContextReader';
import { ContextStore, StoredSignOff } from '../../store/ContextStore';
import { PersonCaller } from '../Caller';
import { ChangeNotifier } from '../ChangeNotifier';
import { parsePlainText } from '../input/parsePlainText';
import { PeopleDirectory } from '../types';

const MAX_COMMENT = 500;

interface Options {
  store: ContextStore;
  reader: ContextReader;
  people: PeopleDirectory;
  notifier: ChangeNotifier;
  now: () => Date;
}

/** Lets people vouch for the present value of a fact, where the standard says that they may. */
export class ContextSigner {
  readonly #options: Options;

  static create(options: Options) {
    return new ContextSigner(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Which of these fact types a person may sign off now. */
  async signable(options: {
    personRef: string;
    entity: Entity;
    factTypes: string[];
  }): Promise<Set<string>> {
    const { people, reader } = this.#options;
    const { personRef, entity, factTypes } = options;
    const signers = factTypes.map(factType =>
      reader.signersOf(factType, entity),
    );
    const answers = new Map(
      await Promise.all(
        [...new Set(signers.flat())].map(
          async ref => [ref, await people.standing(personRef, [ref])] as const,
        ),
      ),
    );
    return new Set(
      factTypes.filter((_, i) => signers[i].some(ref => answers.get(ref))),
    );
  }

  /**
   * @throws InputError naming the field; NotAllowedError saying who may; ConflictError with the
   *   digest of the value as it is, when that is not what the person looked at
   */
  async signOff(
    entity: Entity,
    input: SignOffInput,
    options: { caller: PersonCaller },
  ): Promise<ContextSignOff> {
    const { store, notifier } = this.#options;
    const personRef = options.caller.ref;
    const { factType, digest } = input;
    const comment =
      parsePlainText(input.comment ?? '', {
        field: 'comment',
        min: 0,
        max: MAX_COMMENT,
      }) || undefined;
    const standing = await this.#requireStanding(personRef, factType, entity);
    await this.#assertCurrent(entity, input);
    const now = this.#options.now();
    const signOff: StoredSignOff = {
      id: uuidv7({ msecs: now.getTime() }),
      entityRef: stringifyEntityRef(entity),
      factType,
      digest,
      personRef,
      standing,
      ...(comment !== undefined && { comment }),
      signedOffAt: now.toISOString(),
    };
    if (!(await store.signOff(signOff))) {
      await this.#assertCurrent(entity, input);
      throw new ConflictError(`Somebody else states '${factType}' differently`);
    }
    notifier.changed();
    return { ...signOff, valid: true };
  }

  async #requireStanding(
    personRef: string,
    factType: string,
    entity: Entity,
  ): Promise<string> {
    const signers = this.#options.reader.signersOf(factType, entity);
    const standing =
      signers.length > 0 &&
      (await this.#options.people.standing(personRef, signers));
    if (!standing) {
      throw new NotAllowedError(
        signers.length > 0
          ? `Only ${signers.join(', ')} may sign off '${factType}' here`
          : `Nobody may sign off '${factType}' here`,
      );
    }
    return standing.via;
  }

  async #assertCurrent(
    entity: Entity,
    { factType, digest }: SignOffInput,
  ): Promise<void> {
    const [fact] = await this.#options.reader.readValues({
      entity,
      factTypes: [factType],
      now: this.#options.now(),
    });
    if (fact.digest !== digest) {
      throw new ConflictError(
        fact.digest === undefined
          ? `There is no value of '${factType}' to sign off: ${fact.note}`
          : `'${factType}' has changed: its digest is ${fact.digest} now`,
      );
    }
  }
}
