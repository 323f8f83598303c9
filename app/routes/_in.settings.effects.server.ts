import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { effectsPage, redriveChosen } from '../features/settings/effects-page.server.ts';

/** Work that stopped for good. */
export const loader = ({ context, request }: LoaderFunctionArgs) =>
  effectsPage(context, new URL(request.url));

/** Starts the chosen work again. */
export const action = async ({ context, request }: ActionFunctionArgs) =>
  redriveChosen(context, await request.formData());
