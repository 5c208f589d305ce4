import { useId, useLayoutEffect, useRef, type ReactNode } from "react";

interface GridDialogProps {
  title: string;
  /** Escape was pressed: the answer that changes nothing. */
  onCancel(): void;
  onSubmit?(): void;
  children: ReactNode;
}

/** A small question over the grid. While it is open nothing outside of it can take the focus. */
export function GridDialog({ title, onCancel, onSubmit, children }: GridDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="bulk-grid-dialog is-small"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        <h2 id={id}>{title}</h2>
        {children}
      </form>
    </dialog>
  );
}
