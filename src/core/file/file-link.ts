// Links to files: whoever holds one may read that file for five minutes.
import { z } from "zod";
import { isId } from "@/core/id/id";
import { LimitExceeded } from "@/core/limit/limit-exceeded";
import { limitRules } from "@/core/limit/rules";
import type { Product } from "@/core/product";
import { importHmacKey } from "@/core/visitor/hmac-key";
import { Failure } from "@/failures";
import { findPlaceOfFile } from "@/store/file-rows";
import type { FilePlace } from "./file";

const LINK_SECONDS = 300;

export const FileLinkQuery = z.object({
  exp: z.string().regex(/^\d{1,12}$/),
  sig: z.string().regex(/^[\w-]{43}$/),
});
export type FileLinkQuery = z.infer<typeof FileLinkQuery>;

declare const proof: unique symbol;

/** Proof that a link to a file was ours and has not expired; made by `admitFileLink` only. */
export interface FileLink extends FilePlace {
  readonly [proof]: "file-link";
  readonly product: Product;
}

/** The address of a file and until when it answers. */
export async function toFileLink(product: Product, place: FilePlace): Promise<{ url: string; expiresAt: string }> {
  const exp = Math.floor(product.now() / 1000) + LINK_SECONDS;
  const signature = await crypto.subtle.sign("HMAC", await keyOf(product), toBytes(place, exp));
  const sig = btoa(String.fromCharCode(...new Uint8Array(signature)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
  const url = `${product.publicUrl}/api/v1/files/${place.fileId}?exp=${exp}&sig=${sig}`;
  return { url, expiresAt: new Date(exp * 1000).toISOString() };
}

/** Admits whoever holds a link. Unknown, erased, expired and altered ones are the same `not_found`. */
export async function admitFileLink(
  product: Product,
  fileId: string,
  { exp, sig }: FileLinkQuery,
  address: string,
): Promise<FileLink> {
  const verdict = await product.limiter.take(limitRules.address, address);
  if (!verdict.allowed) throw new LimitExceeded(verdict);
  if (!isId("file", fileId) || Number(exp) * 1000 <= product.now()) throw new Failure("not_found");
  const place = await product.database.directorySql((sql) => findPlaceOfFile(sql, fileId));
  if (!place) throw new Failure("not_found");
  const signature = Uint8Array.from(atob(sig.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const ours = await crypto.subtle.verify("HMAC", await keyOf(product), signature, toBytes(place, Number(exp)));
  if (!ours) throw new Failure("not_found");
  return { ...place, product } as FileLink;
}

const keys = new WeakMap<Product, Promise<CryptoKey>>();

function keyOf(product: Product): Promise<CryptoKey> {
  const key = keys.get(product) ?? importHmacKey(product.fileLinkSecret);
  keys.set(product, key);
  return key;
}

function toBytes({ tenantId, conversationId, fileId }: FilePlace, exp: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(["file", tenantId, conversationId, fileId, exp].join("\n"));
}
