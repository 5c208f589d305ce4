/** The product's mark. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect x="1" y="1" width="22" height="22" rx="5" fill="#1b5299" />
      <path d="M6 7.5h12M6 12h12M6 16.5h7" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" fill="none" />
      <circle cx="17.6" cy="16.5" r="2" fill="#ffd27a" />
    </svg>
  );
}
