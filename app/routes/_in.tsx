import { Outlet, useLoaderData } from '@remix-run/react';
import { DemoPersonas } from '../features/demo/demo-personas.tsx';
import { Find } from '../features/find/find.tsx';
import { Frame } from '../ui/frame.tsx';
import { loader } from './_in.server.ts';

export { loader };

/** The frame of every page of somebody signed in. */
export default function In() {
  const { person, groups, personas } = useLoaderData<typeof loader>();
  return (
    <Frame
      person={person}
      groups={groups}
      demo={personas.length === 0 ? null : <DemoPersonas personas={personas} me={person.id} />}
      find={<Find groups={groups} />}
    >
      <Outlet />
    </Frame>
  );
}
