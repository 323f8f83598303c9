import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Ability } from '../../../domain/access/ability-of.ts';
import type { ActionOn, SubjectDoc, SubjectName } from '../../../domain/access/subjects.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import type { CommandKey } from '../../use-cases/command/find-command.ts';
import type { HttpParts } from '../http-parts.ts';
import type { Reply } from './reply.ts';

/** How a body is read: JSON by a schema, JSON or YAML text by hand, or bytes that the endpoint reads itself. */
export type BodySpec =
  | { readonly kind: 'json'; readonly schema: z.ZodType; readonly limit: number; readonly depth: number }
  | { readonly kind: 'document'; readonly limit: number; readonly depth: number }
  | { readonly kind: 'bytes'; readonly limit: number; readonly types: readonly string[] };

/** One way an endpoint answers when all goes well. */
export interface AnswerSpec {
  readonly description: string;
  /** Media type → its schema; a null one is text, bytes or a stream. */
  readonly content: Readonly<Record<string, z.ZodType | null>>;
  /** Whether it carries the rev it was read at as ETag. */
  readonly etag?: true;
}

/** Everything said of an endpoint beside what it does; the OpenAPI document is made from it. */
export interface EndpointSpec {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** The whole path, with parameters in braces: `/api/v1/cases/{id}`. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: BodySpec;
  /** Takes If-Match. */
  readonly guarded?: true;
  readonly answers: Readonly<Record<number, AnswerSpec>>;
}

/** What an endpoint demands before it does anything; there is no endpoint without. */
export type Policy =
  /** Anybody may call it, for the reason given. */
  | { readonly kind: 'open'; readonly because: string }
  /** Whoever is signed in; what is answered is made of nothing but what they may read, as the reason says. */
  | { readonly kind: 'signed-in'; readonly because: string }
  /** Rights are asked of the thing as it was loaded before anything is answered. */
  | { readonly kind: 'right'; readonly subject: SubjectName; readonly action: string };

/** A request as an endpoint gets it: read by its schemas, under the rights of whoever sent it. */
export interface Call<P = unknown, Q = unknown, B = unknown> {
  readonly parts: HttpParts;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly viewer: Viewer;
  readonly ability: Ability;
  readonly name: string;
  /** The Idempotency-Key, if one came. */
  readonly key: string | null;
  /** The rev of If-Match, if one came. */
  readonly seen?: number;
  readonly address: string;
  readonly request: Request;
  readonly response: Response;
  /** Passes when the viewer may; every endpoint with the policy `right` asks here, or by the commands it sends. @throws DomainError. */
  allow<D extends SubjectDoc>(action: ActionOn<D['subject']>, doc: D): void;
  /** The command this request is, for one stream; the same key and body are the same command. */
  command(kind: string, payload: unknown): CommandKey;
}

/** What an endpoint does once it is let. */
export type Handler<C> = (call: C) => Promise<Reply>;

/** A handler with the policy it stands under; made by `authorised` alone. */
export interface Authorised {
  readonly policy: Policy;
  readonly run: Handler<Call>;
}

/** One route of the product. */
export interface Endpoint extends EndpointSpec {
  readonly handle: Authorised;
}

const made = new WeakSet<Authorised>();

/** Puts a handler under a policy; the only way to make a route. */
export function authorised<P, Q, B>(policy: Policy, handler: Handler<Call<P, Q, B>>): Authorised {
  // What the handler gets was read by the schemas its types come from.
  const handle: Authorised = { policy, run: handler as Handler<Call> };
  made.add(handle);
  return handle;
}

/** Whether a handler was put under a policy. */
export function isAuthorised(handle: Authorised): boolean {
  return made.has(handle);
}

type Read<S> = S extends z.ZodType<infer T> ? T : Record<string, never>;
type BodyOf<S> = S extends { readonly kind: 'json'; readonly schema: infer B extends z.ZodType }
  ? z.infer<B>
  : S extends { readonly kind: 'document' }
    ? unknown
    : undefined;

/** Says what an endpoint is, under which policy it stands, and what it does. */
export function endpoint<const S extends EndpointSpec>(
  spec: S,
  policy: Policy,
  handler: Handler<Call<Read<S['params']>, Read<S['query']>, BodyOf<S['body']>>>,
): Endpoint {
  return { ...spec, handle: authorised(policy, handler) };
}

/** The policy of an endpoint whose rights are asked of the loaded thing. */
export function right<N extends SubjectName>(subject: N, action: ActionOn<N>): Policy {
  return { kind: 'right', subject, action };
}
