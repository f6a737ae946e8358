/** An error of a form as a whole. */
export const FormError = ({ children }: { readonly children: string | undefined }) =>
  children === undefined ? null : (
    <p role="alert" className="text-failed">
      {children}
    </p>
  );
