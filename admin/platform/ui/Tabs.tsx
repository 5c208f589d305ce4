import { useId, type KeyboardEvent, type ReactNode } from "react";

export interface Tab {
  id: string;
  title: ReactNode;
  count?: number | string;
  /** Known to hold nothing; a page opens on another. */
  isEmpty?: boolean;
  content: ReactNode;
}

/** Tabs that arrows move between; only the chosen one is drawn, so only its rows are asked for. */
export function Tabs({ tabs, value, onChange }: { tabs: Tab[]; value: string; onChange: (id: string) => void }) {
  const prefix = useId();
  const chosen = tabs.find((tab) => tab.id === value) ?? tabs[0]!;
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(chosen) + step + tabs.length) % tabs.length]!;
    onChange(next.id);
    document.getElementById(`${prefix}-${next.id}`)?.focus();
  };
  return (
    <>
      <div className="tabs" role="tablist" onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${prefix}-${tab.id}`}
            type="button"
            role="tab"
            aria-selected={tab === chosen}
            aria-controls={`${prefix}-panel`}
            tabIndex={tab === chosen ? 0 : -1}
            onClick={() => onChange(tab.id)}
          >
            {tab.title}
            {tab.count !== undefined && <span className="count">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${prefix}-panel`} aria-labelledby={`${prefix}-${chosen.id}`}>
        {chosen.content}
      </div>
    </>
  );
}
