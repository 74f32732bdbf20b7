/** The sign of Kaunta: a counter with a window. Always beside its name, so it is silent. */
export function Mark({ size = 20 }: { readonly size?: number | undefined }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden>
      <rect x="1" y="1" width="18" height="18" rx="4" fill="#0c6660" />
      <rect x="5" y="4.5" width="10" height="6" rx="1" fill="#fff" />
      <rect x="3.5" y="12.5" width="13" height="2.5" rx="1" fill="#fff" />
    </svg>
  );
}
