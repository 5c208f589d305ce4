import { makeApp } from "./app";
import { ConfigError, readConfig } from "./config";
import { HalfSeeded } from "./seed";

const DRAIN_MS = 25_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await makeApp(config);
  await app.http.listen({ host: config.host, port: config.port });
  const address = app.http.server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  let isClosing = false;
  const close = (): void => {
    if (isClosing) return;
    isClosing = true;
    console.log("Đang đóng… / Closing…");
    // Requests under way are answered, new ones are not taken; what hangs is not waited for for ever.
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    void app.close().then(() => process.exit(0));
  };
  process.on("SIGTERM", close);
  process.on("SIGINT", close);
  // Said last: whoever waits for this line may end the server at once, and it has to end in good order.
  console.log(`Danh Mục: http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`);
}

const portTaken = (port: string): string =>
  `Cổng ${port} đang có chương trình khác dùng. Hãy đặt PORT khác, ví dụ PORT=4001 npm start. / ` +
  `Port ${port} is taken by another program. Set another PORT, for example PORT=4001 npm start.`;

main().catch((error: unknown) => {
  if (error instanceof ConfigError)
    console.error(`Cấu hình chưa đúng / Wrong settings:\n  ${error.problems.join("\n  ")}`);
  else if (error instanceof HalfSeeded) console.error(error.message);
  else if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") console.error(portTaken(process.env.PORT ?? "4000"));
  else console.error(error);
  process.exit(1);
});
