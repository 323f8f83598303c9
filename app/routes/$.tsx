import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { troubleOfStatus } from '../lib/trouble-words.ts';
import { Message } from '../ui/message.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Framed } from './_in.tsx';
import { loader } from './$.server.ts';

export { loader };

export const meta: MetaFunction = () => [{ title: 'No such page · Signalbox' }];

/** There is no such page. */
export default function Nowhere() {
  const { frame } = useLoaderData<typeof loader>();
  if (frame !== null)
    return (
      <Framed frame={frame}>
        <Trouble trouble={troubleOfStatus(404, null)} />
      </Framed>
    );
  return (
    <Message title="There is no such page">
      Check the address, or go to the <a href="/">start page</a>.
    </Message>
  );
}
