import { JsonObject, JsonValue } from '@backstage/types';

export type { JsonObject, JsonValue };
