import Ajv, { ErrorObject, Options, ValidateFunction } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { InputError } from '@backstage/errors';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { RegisteredAction } from './RegisteredAction';

const DRAFT_07 = /^https?:\/\/json-schema\.org\/draft-0[67]\/schema#?$/;
const OPTIONS: Options = { allErrors: true, useDefaults: true };

/**
 * Checks inputs against the schemas of their actions.
 *
 * A schema is compiled when it is first needed: of a thousand tools of other people most are never called. What others
 * wrote may hold keywords nobody knows, as JSON Schema allows; what is written for this portal may not.
 */
export class InputValidators {
  readonly #compiled = new WeakMap<RegisteredAction, ValidateFunction>();

  /**
   * @param options - `strict`: refuses what JSON Schema lets pass, such as keywords nobody knows
   * @throws Error that says what is wrong with the schema
   */
  compile(
    action: RegisteredAction,
    options: { strict: boolean },
  ): ValidateFunction {
    const { inputSchema } = action;
    if (inputSchema.$async) {
      throw new Error('asynchronous schemas are not for inputs');
    }
    // One for each: what others write may carry the same $id twice.
    const isOld =
      typeof inputSchema.$schema === 'string' &&
      DRAFT_07.test(inputSchema.$schema);
    const settings = { ...OPTIONS, strict: options.strict };
    const ajv = addFormats(isOld ? new Ajv(settings) : new Ajv2020(settings));
    const schema = isOld
      ? { ...inputSchema, $schema: 'http://json-schema.org/draft-07/schema#' }
      : inputSchema;
    const validate = ajv.compile(schema);
    this.#compiled.set(action, validate);
    return validate;
  }

  /** Spares compiling a schema again that is the same as before. */
  carryOver(before: RegisteredAction, now: RegisteredAction): void {
    const validate = this.#compiled.get(before);
    if (validate) {
      this.#compiled.set(now, validate);
    }
  }

  /**
   * The input with defaults filled in.
   *
   * @throws InputError naming every path that fails, or what is wrong with the schema
   */
  parse(action: RegisteredAction, input: JsonObject): JsonObject {
    const validate = this.#compiled.get(action) ?? this.#compileLate(action);
    const copy = structuredClone(input);
    if (validate(copy)) {
      return copy;
    }
    throw new InputError(
      `The input does not fit action '${action.id}': ${(validate.errors ?? [])
        .map(inWords)
        .join('; ')}`,
    );
  }

  #compileLate(action: RegisteredAction): ValidateFunction {
    try {
      return this.compile(action, { strict: false });
    } catch (error) {
      throw new InputError(
        `Action '${action.id}' cannot be asked for: its input schema does not compile: ${error}`,
      );
    }
  }
}

function inWords(error: ErrorObject): string {
  const path = `input${error.instancePath.replace(/\//g, '.')}`;
  const detail =
    error.keyword === 'additionalProperties'
      ? `: '${error.params.additionalProperty}'`
      : '';
  const allowed =
    error.keyword === 'enum'
      ? ` (${error.params.allowedValues.join(', ')})`
      : '';
  return `${path} ${error.message}${detail}${allowed}`;
}
