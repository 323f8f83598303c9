/** A drawing of the sprite in `public/icons.svg`, by its name without `i-`; it says nothing to screen readers. */
export function Icon({ name }: { readonly name: string }) {
  return (
    <svg className="icon" aria-hidden="true">
      <use href={`/icons.svg#i-${name}`} />
    </svg>
  );
}
