import type { FastifyRequest } from "fastify";
import { receiveForm } from "../http/received-file";
import { Fixes } from "./fixes";
import type { Upload } from "./import-request";

/** A file that was received, in a folder of its own that is taken away when it is done with. */
export interface Received {
  upload: Upload;
  fixes: Fixes;
  remove(): Promise<void>;
}

/** Receives the form of an import: its file, and the corrections of single cells beside it. */
export async function receive(request: FastifyRequest): Promise<Received> {
  const { path, name, fields, remove } = await receiveForm(request);
  try {
    const fixes = fields.has("fixes") ? Fixes.read(fields.get("fixes")!) : Fixes.NONE;
    return { upload: { path, name }, fixes, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
