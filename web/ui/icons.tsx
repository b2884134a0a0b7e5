import type { ComponentChildren, JSX } from "preact";

/** One 20 by 20 line drawing; words beside it carry the meaning, so it is hidden from screen readers. */
function Icon({ children, size = 20 }: { children: ComponentChildren; size?: number }): JSX.Element {
  return (
    <svg
      class="wt-icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const SearchIcon = () => (
  <Icon>
    <circle cx="8.5" cy="8.5" r="5.5" />
    <path d="m12.7 12.7 4.8 4.8" />
  </Icon>
);

export const CheckIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="8" />
    <path d="M6.5 10.3 9 12.8l4.6-5.3" />
  </Icon>
);

export const InfoIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="8" />
    <path d="M10 9.2v4.6M10 6.2v.1" />
  </Icon>
);

export const WarningIcon = () => (
  <Icon>
    <path d="M10 2.6 18 17H2L10 2.6Z" />
    <path d="M10 8v4M10 14.5v.1" />
  </Icon>
);

export const ErrorIcon = () => (
  <Icon>
    <path d="M6.7 2h6.6L18 6.7v6.6L13.3 18H6.7L2 13.3V6.7L6.7 2Z" />
    <path d="M10 6v5M10 13.9v.1" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path d="M12.5 4 6.5 10l6 6" />
  </Icon>
);

export const RemoveIcon = () => (
  <Icon size={16}>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);

export const DownloadIcon = () => (
  <Icon size={18}>
    <path d="M10 3v9.5M6 9l4 4 4-4M3.5 17h13" />
  </Icon>
);

export const CalendarIcon = () => (
  <Icon>
    <path d="M3 5h14v12H3zM3 8.5h14M7 3v3.5M13 3v3.5" />
  </Icon>
);
