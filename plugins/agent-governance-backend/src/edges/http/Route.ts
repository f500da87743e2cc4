import { AuditorServiceEventSeverityLevel } from '@backstage/backend-plugin-api';
import { Caller } from '../../service/Caller';
import { operations } from '../../schema/generated/openapi';
import { Admission } from './admit';

/** Operations of callers the portal knows; the others have a door of their own. */
export type OperationId = Exclude<keyof operations, 'receiveConditionReports'>;

type Parameters<
  Id extends OperationId,
  Place extends 'path' | 'query' | 'header',
> = NonNullable<operations[Id]['parameters'][Place]>;

type Body<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Content } };
}
  ? Content
  : undefined;

type Status<Id extends OperationId> = Extract<
  keyof operations[Id]['responses'],
  200 | 201
>;

type Answer<Id extends OperationId> =
  operations[Id]['responses'][Status<Id>] extends {
    content: { 'application/json': infer Content };
  }
    ? Content
    : operations[Id]['responses'][Status<Id>] extends {
        content: { 'text/markdown': infer Content };
      }
    ? Content
    : never;

/** What a handler is given: validated against the contract, and typed by it. */
export interface RouteRequest<
  Id extends OperationId,
  Kind extends Caller['kind'],
> {
  caller: Extract<Caller, { kind: Kind }>;
  path: Parameters<Id, 'path'>;
  query: Parameters<Id, 'query'>;
  header<Name extends keyof Parameters<Id, 'header'>>(
    name: Name,
  ): Parameters<Id, 'header'>[Name];
  body: Body<Id>;
  /** Aborted when the client hangs up. */
  signal: AbortSignal;
}

/** One operation of the contract, at one address, for certain callers. */
export interface RouteDefinition<
  Id extends OperationId,
  Kind extends Caller['kind'],
> {
  operation: Id;
  method: 'get' | 'post';
  /** As the contract writes it, for example `/v1/freezes/{id}/end`. */
  path: string;
  admits: Admission<Kind>;
  audit: {
    /** Kebab-case, without the plugin's id. */
    eventId: string;
    severityLevel: AuditorServiceEventSeverityLevel;
  };
  status: Status<Id>;
  /** JSON when absent. */
  type?: 'text/markdown';
  handle(request: RouteRequest<Id, Kind>): Promise<Answer<Id>>;
}

/** A route whose types have done their work. */
export type Route = Omit<
  RouteDefinition<OperationId, Caller['kind']>,
  'handle' | 'status'
> & {
  status: 200 | 201;
  handle(request: UntypedRouteRequest): Promise<unknown>;
};

/** What the router hands over: the shapes were checked by the validator. */
export interface UntypedRouteRequest {
  caller: Caller;
  path: unknown;
  query: unknown;
  header(name: string): unknown;
  body: unknown;
  signal: AbortSignal;
}

/**
 * Types a route by the operation of the contract it answers.
 *
 * The one cast between what arrives and what the contract says lies here; the validator stands before it.
 */
export function createRoute<
  Id extends OperationId,
  Kind extends Caller['kind'],
>(definition: RouteDefinition<Id, Kind>): Route {
  return definition as unknown as Route;
}
