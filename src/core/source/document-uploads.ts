import type { Upload } from "@/core/file/file";

export interface UploadedDocument {
  /** As it came: nothing of it is believed. */
  name: string;
  bytes: Uint8Array;
}

export interface DocumentUploads {
  /** The one document of a multipart body. `too_large` as soon as that is known, `type_not_supported`, `input_invalid`. */
  read(upload: Upload): Promise<UploadedDocument>;
}
