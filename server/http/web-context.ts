import type { OfferedPersona } from '../identity/sign-in-as.ts';
import type { Ask, AskAnswer } from './core/call-endpoint.ts';

/** Who is signed in, as pages show it. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  /** The time zone times are shown in. */
  readonly zone: string;
  readonly roles: readonly string[];
}

/** What a page asks of the server; made anew for each request. */
export interface WebContext {
  /** Nonce of this answer's content security policy. */
  readonly nonce: string;
  readonly person: SignedIn | null;
  /** Notes what went wrong in a page, as one line of the log. */
  noteFailure(error: unknown): void;
  /** Whom of the invented company one can be; nobody anywhere else. */
  personas(): Promise<readonly OfferedPersona[]>;
  /** The `Set-Cookie` of a session as another persona of the demo, or why not in words. */
  signInAs(persona: string): Promise<{ readonly cookie: string } | { readonly refused: string }>;
  /** Calls an endpoint of the API by its operationId, as whoever is signed in: pages have no other way to anything. */
  api<B = unknown>(operationId: string, ask?: Ask): Promise<AskAnswer<B>>;
  /** The `Set-Cookie` of a new session, or why not in words. */
  signIn(input: {
    readonly email: string;
    readonly password: string;
  }): Promise<{ readonly cookie: string } | { readonly refused: string }>;
  /** Ends the session; answers the cookie that forgets it. */
  signOut(): Promise<string>;
  /** Sets a first password by a one-time link; answers the new session's cookie. */
  redeemLink(input: {
    readonly token: string;
    readonly name: string;
    readonly email: string;
    readonly password: string;
  }): Promise<{ readonly cookie: string } | { readonly refused: string }>;
  /** What a one-time link is for; null when it is used up or too old. */
  readLink(
    token: string,
  ): Promise<{ readonly purpose: 'first-admin' | 'password'; readonly email: string | null } | null>;
}
