import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { carryOut } from '../features/settings/connection-deeds.server.ts';
import { connectionPage } from '../features/settings/connection-page.server.ts';

/** One connection with what was sent through it. */
export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  connectionPage(context, params['id'] ?? '', new URL(request.url));

/** Checks, changes, stops or starts it, or sends a delivery again. */
export const action = async ({ context, params, request }: ActionFunctionArgs) =>
  carryOut(context, params['id'] ?? '', await request.formData());
