/** One line passing through several systems. */
export const LogoMark = ({ className = 'size-5' }: { readonly className?: string }) => (
  <svg viewBox="0 0 20 20" aria-hidden className={className} fill="none">
    <rect width="20" height="20" rx="5" className="fill-accent" />
    <path d="M3 13.5h3.2c2.6 0 2.6-7 5.2-7H17" className="stroke-on-accent" strokeWidth="1.8" strokeLinecap="round" />
    <circle cx="6.2" cy="13.5" r="1.7" className="fill-on-accent" />
    <circle cx="13" cy="6.5" r="1.7" className="fill-on-accent" />
  </svg>
);

export const Logo = () => (
  <span className="flex items-center gap-2 font-semibold tracking-tight">
    <LogoMark />
    Throughline
  </span>
);
