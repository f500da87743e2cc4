import { LiveClaims, LiveEffect } from './LiveClaims';

interface Admission {
  effect: LiveEffect;
  isTaken: boolean;
}

/** The live claims of one process. */
export class MemoryLiveClaims implements LiveClaims {
  readonly #admissions = new Set<Admission>();

  static create() {
    return new MemoryLiveClaims();
  }

  private constructor() {}

  /** {@inheritdoc LiveClaims.admit} */
  admit(effect: LiveEffect): { release(): void } {
    const admission: Admission = { effect: { ...effect }, isTaken: false };
    this.#admissions.add(admission);
    return { release: () => this.#admissions.delete(admission) };
  }

  /** {@inheritdoc LiveClaims.take} */
  take(asked: Omit<LiveEffect, 'calls'>): boolean {
    for (const admission of this.#admissions) {
      const { effect } = admission;
      const isMeant =
        !admission.isTaken &&
        effect.agentRef === asked.agentRef &&
        effect.plugin === asked.plugin &&
        effect.route === asked.route &&
        effect.bodyDigest === asked.bodyDigest;
      if (isMeant) {
        admission.isTaken = true;
        return true;
      }
    }
    return false;
  }

  /** {@inheritdoc LiveClaims.covers} */
  covers(call: { agentRef: string; caller: string; plugin: string }): boolean {
    const { agentRef, caller, plugin } = call;
    return [...this.#admissions].some(({ effect, isTaken }) => {
      const parts = [effect.plugin, ...(effect.calls ?? [])];
      const isFromTheTop = caller === effect.plugin && parts.includes(plugin);
      const isToItself = caller === plugin && parts.includes(caller);
      return (
        isTaken && effect.agentRef === agentRef && (isFromTheTop || isToItself)
      );
    });
  }
}
