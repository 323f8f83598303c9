import type { MetaFunction } from '@remix-run/node';
import { Form, isRouteErrorResponse, useActionData, useLoaderData, useRouteError } from '@remix-run/react';
import { Button } from '../ui/button.tsx';
import { GatePage, Refusal } from '../ui/gate-page.tsx';
import { Message } from '../ui/message.tsx';
import { TextField } from '../ui/text-field.tsx';
import { action, loader } from './welcome.$token.server.ts';

export { action, loader };

export const meta: MetaFunction = () => [{ title: 'Welcome · Signalbox' }];

export default function Welcome() {
  const link = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const first = link.purpose === 'first-admin';
  return (
    <GatePage
      title={first ? 'Set up Signalbox' : 'Choose a password'}
      lead={first ? 'You become its first administrator. This link works once.' : 'This link works once.'}
    >
      {answer === undefined ? null : <Refusal>{answer.refused}</Refusal>}
      <Form method="post">
        {first ? <TextField name="name" label="Your name" autoComplete="name" /> : null}
        {first ? <TextField name="email" label="E-mail" type="email" autoComplete="username" /> : null}
        {link.email === null ? null : (
          // So that whoever keeps passwords for somebody knows whose this is.
          <input type="email" autoComplete="username" defaultValue={link.email} readOnly hidden />
        )}
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          minLength={10}
          hint="10 characters at least; a few words are easier to keep than symbols."
        />
        <Button kind="primary" size="form">
          {first ? 'Become administrator' : 'Set password'}
        </Button>
      </Form>
    </GatePage>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error) || error.status !== 404)
    return (
      <Message title="Something went wrong here">
        The link is still good. Open it again; if it stays, tell your administrator the time.
      </Message>
    );
  return (
    <Message title="This link opens nothing any more">
      It has been used, has run out after 24 hours, or was not copied whole. If you have a password already,{' '}
      <a href="/sign-in">sign in</a>. Otherwise ask an administrator for a new link: they make it with{' '}
      <code className="fixed">signalbox person link</code>. Where there is no administrator yet, whoever runs
      Signalbox starts it again, and it prints a new one.
    </Message>
  );
}
