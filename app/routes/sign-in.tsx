import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData } from '@remix-run/react';
import { Button } from '../ui/button.tsx';
import { GatePage, Refusal } from '../ui/gate-page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { action, loader } from './sign-in.server.ts';

export { action, loader };

export const meta: MetaFunction = () => [{ title: 'Sign in · Signalbox' }];

export default function SignIn() {
  const answer = useActionData<typeof action>();
  return (
    <GatePage title="Sign in" lead="With the e-mail address your administrator knows you by.">
      {answer === undefined ? null : <Refusal>{answer.refused}</Refusal>}
      <Form method="post">
        <TextField name="email" label="E-mail" type="email" autoComplete="username" />
        <TextField name="password" label="Password" type="password" autoComplete="current-password" />
        <Button kind="primary" size="form">
          Sign in
        </Button>
      </Form>
    </GatePage>
  );
}
