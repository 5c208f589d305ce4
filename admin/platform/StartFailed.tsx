/** Shown before anything else could be fetched, so in both languages and without the theme. */
export function StartFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <main className="page" role="alert">
      <div className="card">
        <div className="empty">
          <b className="strong">Máy chủ chưa trả lời · The server did not answer</b>
          <p className="muted">
            Không có gì bị mất. Kiểm tra mạng rồi thử lại.{" "}
            <span lang="en">Nothing is lost. Check the network and try again.</span>
          </p>
          <button type="button" className="link" onClick={onRetry}>
            Thử lại · Try again
          </button>
        </div>
      </div>
    </main>
  );
}
