import Ajv from 'ajv';
import Ajv2020, { ValidateFunction } from 'ajv/dist/2020';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';

/** Holds what a tool answers against what it said it would. */
export class OutputChecks {
  readonly #outputSchema?: JsonObject;
  #validate?: ValidateFunction;

  static create(outputSchema: JsonObject | undefined) {
    return new OutputChecks(outputSchema);
  }

  private constructor(outputSchema: JsonObject | undefined) {
    this.#outputSchema = outputSchema;
  }

  /** What is wrong with a result; `undefined` when clients will take it. */
  problemWith(result: JsonObject): string | undefined {
    const parsed = CallToolResultSchema.safeParse(result);
    if (!parsed.success || !Array.isArray(result.content)) {
      return 'it is no result of a tool';
    }
    if (!this.#outputSchema || result.isError) {
      return undefined;
    }
    if (result.structuredContent === undefined) {
      return 'the structured part that was promised is missing';
    }
    try {
      // mostly never needed, and slow to make
      this.#validate ??= compile(this.#outputSchema);
    } catch {
      return 'the schema that it promised for its structured part is none';
    }
    return this.#validate(result.structuredContent)
      ? undefined
      : 'its structured part does not fit the schema that was promised';
  }
}

/** Servers write schemas in several versions of the standard, with words of their own in them. */
function compile(schema: JsonObject): ValidateFunction {
  const { $schema, ...rest } = schema;
  const options = {
    strict: false,
    validateFormats: false,
    logger: false as const,
  };
  const isOld = typeof $schema === 'string' && /draft-0[4-7]/.test($schema);
  const ajv = isOld ? new Ajv(options) : new Ajv2020(options);
  return ajv.compile(rest);
}
