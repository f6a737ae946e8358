/** Elements that float above the page: menus, popovers, lists of choices. */
export const floatClasses =
  'z-50 rounded-lg border border-line bg-raised p-1 text-text shadow-float data-[state=open]:animate-enter';

/** One choice in a floating element. */
export const itemClasses =
  'flex min-h-7 cursor-default items-center gap-2 rounded-sm px-2 py-1 outline-none select-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover [&_svg]:size-3.5 [&_svg]:shrink-0';
