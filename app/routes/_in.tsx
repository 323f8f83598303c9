import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { DemoPersonas } from '../features/demo/demo-personas.tsx';
import { Find } from '../features/find/find.tsx';
import type { FrameData } from '../lib/frame-data.server.ts';
import { ExactBubble } from '../ui/exact-bubble.tsx';
import { Frame } from '../ui/frame.tsx';
import { Message } from '../ui/message.tsx';
import { NoConnection } from '../ui/no-connection.tsx';
import { Trouble, useTrouble } from '../ui/trouble.tsx';
import { loader } from './_in.server.ts';

export { loader };

/** The frame of every page of somebody signed in. */
export default function In() {
  return (
    <Framed frame={useLoaderData<typeof loader>()}>
      <Outlet />
    </Framed>
  );
}

/** A page that could not be shown keeps the frame, unless the frame itself could not be filled. */
export function ErrorBoundary() {
  const frame = useRouteLoaderData<typeof loader>('routes/_in');
  const trouble = useTrouble();
  if (frame === undefined) return <Message title={trouble.title}>{trouble.says}</Message>;
  return (
    <Framed frame={frame}>
      <Trouble trouble={trouble} />
    </Framed>
  );
}

/** A page with everything around it. */
export function Framed({
  frame: { person, groups, personas },
  children,
}: {
  readonly frame: FrameData;
  readonly children: ReactNode;
}) {
  return (
    <Frame
      person={person}
      groups={groups}
      demo={personas.length === 0 ? null : <DemoPersonas personas={personas} me={person.id} />}
      find={<Find groups={groups} />}
    >
      <NoConnection />
      <ExactBubble />
      {children}
    </Frame>
  );
}
