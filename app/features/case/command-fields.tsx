import type { CaseData } from './case-data.ts';

/** What every command of a case carries. */
export function CommandFields({ page, deed }: { readonly page: CaseData; readonly deed: string }) {
  return (
    <>
      <input type="hidden" name="deed" value={deed} />
      <input type="hidden" name="key" value={page.key} />
      <input type="hidden" name="rev" value={page.rev} />
      <input type="hidden" name="basis" value={page.basis} />
      <input type="hidden" name="seen" value={page.lastSeq} />
      {page.asking === null ? null : <input type="hidden" name="ask" value={page.asking.id} />}
    </>
  );
}
