/** The waymark: a small trail sign, the product's only ornament and its mark of place. */
export function Waymark({ className = "waymark" }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d="M3 4h12.2a2 2 0 0 1 1.5.7L21 9.5l-4.3 4.8a2 2 0 0 1-1.5.7H3z" fill="currentColor" />
      <path d="M8 15h3v7H8z" fill="currentColor" />
    </svg>
  );
}
