import { Outlet, useLoaderData } from '@remix-run/react';
import { Frame } from '../ui/frame.tsx';
import { loader } from './_in.server.ts';

export { loader };

/** The frame of every page of somebody signed in. */
export default function In() {
  const { person, groups, demo } = useLoaderData<typeof loader>();
  return (
    <Frame person={person} groups={groups} demo={demo}>
      <Outlet />
    </Frame>
  );
}
